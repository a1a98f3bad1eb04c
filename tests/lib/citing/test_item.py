from __future__ import annotations

from generator.lib.citing import Author, split_name


def test_the_family_name_is_the_stated_one_at_either_end() -> None:
    assert split_name("Ana van der Lind", ["Lind", "van der Lind"]) == Author("van der Lind", "Ana")
    assert split_name("Lind Ana", ["Lind"]) == Author("Lind", "Ana")


def test_a_name_whose_family_part_is_not_stated_is_left_whole() -> None:
    assert split_name("Ana Lind", []) == Author("Ana Lind")
    assert split_name("Ana Lindberg", ["Lind", "berg"]) == Author("Ana Lindberg")
