"""Senders that the other contributions do not have: other offices, and people whom nobody has registered."""

from tests.contributions.sending import Sender

KINH_TE = Sender(name="Phòng Kinh tế xã An Mẫu", address="kinhte@songmau.example")
MAM_NON = Sender(name="Mầm non Hoa Mẫu", address="mn.hoamau@songmau.example")
TIEU_HOC = Sender(name="TH Bãi Mẫu", address="th.baimau@songmau.example")
CONG_DOAN = Sender(name="Công đoàn phường Bến Thử", address="congdoan.benthu@songmau.example")
CCB = Sender(name="Hội CCB xã", address="ccb.anmau@songmau.example")
MTTQ = Sender(name="Ủy ban MTTQ xã An Mẫu", address="mttq@songmau.example")
QUAN_SU = Sender(name="BCH Quân sự", address="quansu@songmau.example")
SO_NN = Sender(name="Trung tâm Khuyến nông tỉnh Sông Mẫu", address="khuyennong@songmau.example")
HTX = Sender(name="HTX Rau Bến Thử", address="htx.rau@thu-ca-nhan.example")
BAC_HAI = Sender(name="Hai Nguyen", address="bac.hai@thu-ca-nhan.example")
