"""VISCII (RFC 1456), which Python has no codec for. Unlike TCVN3 and VNI it is a declared charset."""

_UPPER_HALF = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_AMONG_CONTROLS = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_TABLE = {code: _AMONG_CONTROLS.get(code, chr(code)) for code in range(0x80)}
_TABLE |= {0x80 + place: letter for place, letter in enumerate(_UPPER_HALF)}


def decode_viscii(data: bytes) -> str:
    """The text of `data`; every byte has a letter."""
    return data.decode("latin-1").translate(_TABLE)
