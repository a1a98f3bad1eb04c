"""Makes valid EDTF texts for property tests."""

from hypothesis import strategies as st

years = st.integers(-9999, 9999).filter(bool).map(lambda year: f"{year:05}" if year < 0 else f"{year:04}")
long_years = st.integers(10000, 999_999).map(lambda year: f"Y{year}") | st.just("Y-170000002")
months = st.integers(1, 12).map("{:02}".format)
days = st.integers(1, 28).map("{:02}".format)
seasons = st.integers(21, 24).map(str)
marks = st.sampled_from(["", "", "?", "~", "%"])
bare_dates = st.one_of(
    years,
    long_years,
    st.from_regex(r"[0-9]{3}X|[0-9]{2}XX", fullmatch=True),
    st.builds("{}-{}".format, years, months | seasons | st.just("XX")),
    st.builds("{}-{}-{}".format, years, months, days | st.just("XX")),
    st.builds("{}S{}".format, years, st.integers(1, 5)),
    st.builds("{}-{}".format, years, st.integers(25, 41)),
    st.from_regex(r"[1-9][0-9]{2}X-(0[1-9]|1X)-[012]X|XXXX-1[0-2]-1[0-9]|1XXX-(XX|0[1-9])", fullmatch=True),
)
dates = st.builds("{}{}".format, bare_dates, marks) | st.builds(
    "{1}{0}{2}-{3}{4}".format, years, marks, marks, marks, months
)
intervals = st.builds("{}/{}".format, dates, dates | st.sampled_from(["", ".."])) | dates.map("../{}".format)
members = st.one_of(
    dates, dates.map("{}..".format), dates.map("..{}".format), st.builds("{}..{}".format, dates, dates)
)
member_lists = st.lists(members, min_size=1, max_size=4).map(",".join)
sets = member_lists.map("[{}]".format) | member_lists.map("{{{}}}".format)
texts = dates | intervals | sets
