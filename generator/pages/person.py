"""Person pages: what somebody says, is said to have done and took part in."""

from generator.analysis.roles import ground
from generator.pages.entity import agent_page
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.refs import Ref


def page(site: Site, ref: Ref) -> Page:
    """The page of one person."""
    person = site.dataset.people[ref]
    mistaken = {*person.different_from, *site.linking(ref, "person.different_from")}
    view = {
        "different_from": sorted(mistaken & site.dataset.people.keys()),
        "roles": [(role, ground(site.dataset, ref, [role.claim])) for role in person.roles],
    }
    return agent_page(site, ref, view)
