"""Kinds of official documents with their abbreviations (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "TC": "Thông cáo", "TB": "Thông báo",
    "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "BC": "Báo cáo",
    "TTr": "Tờ trình", "CĐ": "Công điện", "KL": "Kết luận", "GM": "Giấy mời", "BB": "Biên bản", "NĐ": "Nghị định",
    "TT": "Thông tư",
}  # fmt: skip
WITHOUT_MARKS: Mapping[str, str] = {"QD": "QĐ", "ND": "NĐ", "DA": "ĐA", "CD": "CĐ", "TTR": "TTr", "CTR": "CTr"}
OFFICES = ("UBND", "HĐND", "CP", "TTg")
ISSUERS: Mapping[str, str] = {
    "ủy ban nhân dân": "UBND", "uỷ ban nhân dân": "UBND", "hội đồng nhân dân": "HĐND", "chính phủ": "CP",
}  # fmt: skip
OFFICE_WITHOUT_MARKS: Mapping[str, str] = {"HDND": "HĐND"}
