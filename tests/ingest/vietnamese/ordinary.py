"""Two hundred and more paragraphs that nothing may touch: Vietnamese, English, French and other Latin writing."""

import random
from collections.abc import Sequence

_PLACES = ("thôn Đồng Thử", "xã An Mẫu", "ấp Hòa Bình", "tổ dân phố số 7", "bản Nà Thử", "khu Sông Mẫu")
_PEOPLE = ("bà Lê Thị Thử", "ông Trần Giả", "chị H'Mẫu Niê", "anh Y Thử Ksơr", "đồng chí Nguyễn Ví Dụ", "cô Võ Thị Mẫu")
_VIETNAMESE = (
    "Sáng ngày {n}/10/2026, tại {place}, Hội Nông dân tổ chức lễ ra quân với hơn {n} hội viên tham gia.",
    "Phát biểu tại buổi lễ, {person} đề nghị các hộ giữ gìn vệ sinh chung và phân loại rác tại nguồn.",
    "Theo {person}, năm nay bà con thu được {n} tấn lúa, tăng 5 % so với cùng kỳ.",
    "là và có xã thì khí tôi ở đó, {person} nói thế thôi.",
    "Kính gửi: Ban biên tập. {person} xin gửi tin và {n} ảnh, mong sớm được đăng.",
    "Nhà bà ở {place} có ba con bò, hai con bê; mẹ bà thì ốm.",
    "Cán bộ nào, việc gì, ở đâu: {person} ghi rõ trong sổ số {n}.",
    "UBND XÃ {upper} THÔNG BÁO LỊCH CẮT ĐIỆN NGÀY {n}/11/2026",
    "Ô tô và xe máy đi qua {place} phải giảm tốc độ; mức phạt là {n} triệu đồng.",
    "Bé gái thứ hai ở {place}: “Con cảm ơn các cô, các chú!”",
    "Dự thảo gồm {n} điều, lấy ý kiến nhân dân đến hết tháng; góp ý gửi về {person}.",
    "Trà, cà phê và bò khô là đặc sản; giá {n} nghìn đồng/kg.",
)
_ENGLISH = (
    "The naïve visitor paid £{n} for a café crème — déjà vu, he said, “with a soupçon of irony”.",
    "Water boils at 100 °C; the sample of {n} µm was heated for ½ hour (±2 %).",
    "© 2026 Example Ltd. All rights reserved. Windows® and Word™ are trademarks; see § {n}.",
    "Our résumé lists façades in São Paulo, Malmö and Zürich, and a piñata for the fiancé.",
    "He wrote: «Nothing of it was coördinated», and left for the {n}th time.",
    "Smörgåsbord, doppelgänger, jalapeño and crêpe are on the menu at € {n}.",
)
_FRENCH = (
    "Où va la commune ? Le maire a déjà reçu {n} élèves de l'école, près du château.",
    "L'été à Paris, où tout est naïf, dure {n} jours ; ça et là, on rêve d'un hôtel sur l'île.",
    "Élu en 2026, il fête Noël à Bâle : « J'ai goûté, dit-il, {n} gâteaux à la crème brûlée. »",
    "La forêt brûle ; les pompiers, épuisés, ont sauvé {n} bêtes et une grand-mère âgée.",
    "Être ou ne pas être, voilà la question : où sont passés les {n} œufs et le bœuf ?",
    "À l'aéroport d'Orly, la fenêtre du côté sud était fermée depuis août, à cause d'un piège à rats.",
)
_OTHERS = (
    "Für die Müllers über Öl und Äpfel, größer als schön: {n} Straßen führen nach Köln.",
    "El niño mañana irá a España; el año pasado también viajó {n} días por Perú. ¿Qué más?",
    "Não há informações: a ação começou às {n} horas, com três irmãos e a avó.",
    "Björk Guðmundsdóttir och Åke på ön såg {n} älgar; Þór var där.",
    "Così è, se vi pare: già {n} città più in là, perché la felicità è lì.",
)


def paragraphs(sentences: Sequence[str], count: int, seed: int) -> list[str]:
    """So many different paragraphs of one to four of these sentences."""
    chance = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        chosen = [chance.choice(sentences) for _ in range(chance.randint(1, 4))]
        found[" ".join(_filled(sentence, chance) for sentence in chosen)] = None
    return list(found)


def _filled(sentence: str, chance: random.Random) -> str:
    place = chance.choice(_PLACES)
    return sentence.format(n=chance.randint(2, 95), place=place, upper=place.upper(), person=chance.choice(_PEOPLE))


VIETNAMESE = paragraphs(_VIETNAMESE, 200, seed=1)
FOREIGN = paragraphs(_ENGLISH, 80, seed=2) + paragraphs(_FRENCH, 80, seed=3) + paragraphs(_OTHERS, 40, seed=4)
ORDINARY = [*VIETNAMESE, *FOREIGN]
