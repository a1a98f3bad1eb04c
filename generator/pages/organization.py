"""Organization pages: what a body says and passes on, what is said of it, its people and parts."""

from dataclasses import dataclass

from generator.analysis.roles import Ground, ground
from generator.pages.entity import agent_page
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.model import Role
from generator.records.refs import Ref


@dataclass(frozen=True)
class Member:
    """A person with a public role in the organization; `ground` where it rests on somebody's word."""

    person: Ref
    role: Role
    ground: Ground | None


def page(site: Site, ref: Ref) -> Page:
    """The page of one organization."""
    members = [
        Member(person, role, ground(site.dataset, person, [role.claim]))
        for person in site.linking(ref, "person.roles.organization")
        for role in site.dataset.people[person].roles
        if role.organization == ref
    ]
    view = {"members": members, "bodies": site.linking(ref, "organization.part_of")}
    return agent_page(site, ref, view)
