"""Links as a browser's URL parser reads them."""

import pytest

from tinbai.html_links import outward


@pytest.mark.parametrize(
    ("address", "led_to"),
    [
        ("https://a.example/x", "https://a.example/x"),
        (" HTTP://A.example ", "http://A.example"),
        ("http:\\\\a.example\\x", "http://a.example\\x"),
        ("https:////a.example", "https://a.example"),
        ("ht\ntps:/\t/a.example/b c", "https://a.example/b c"),
        ("mailto:bbt@a.example?subject=Tin", "mailto:bbt@a.example?subject=Tin"),
        ("tel:+84 900-1", "tel:+84 900-1"),
        ("http:a.example", None),
        ("https:/a.example", None),
        ("https://", None),
        ("https:///?x", None),
        ("https://a.example@b.example", None),
        ("https://a.example\\@b.example", "https://a.example\\@b.example"),  # the host ends at the backslash
        ("//a.example", None),
        ("/a", None),
        ("javascript:alert(1)", None),
        ("tel:*21*1#", None),
        ("mailto:", None),
        ("", None),
    ],
)
def test_a_link_leads_outward_as_a_browser_would_read_it(address, led_to):
    assert outward(address) == led_to
    assert led_to is None or outward(led_to) == led_to
