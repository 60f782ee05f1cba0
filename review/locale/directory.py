"""The words of the office for logging in by the authority's directory (LDAP)."""

from review.language import N_

AWAY = N_(
    "Chưa hỏi được máy chủ của {name} nên chưa kiểm tra được mật khẩu. Hãy thử lại sau ít phút, hoặc dùng mật khẩu "
    "riêng của trang này; nếu vẫn vậy, hãy báo người quản trị."
)
