"""Categories: found by slug or name, given to a post, taken from it, and counted as WordPress counts them."""

from collections.abc import Collection, Sequence
from html import escape

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from publish.portals.wordpress.schema import Tables

CATEGORY = "category"


def wanted(connection: Connection, tables: Tables, slugs: Sequence[str], name: str) -> Sequence[int]:
    """The term_taxonomy_ids of the categories with these `slugs`; where there is none, of those called `name`.

    An empty list where any of `slugs` is missing, unless `name` is found.
    """
    terms, taxonomy = tables.terms, tables.term_taxonomy
    categories = (
        select(taxonomy.c.term_taxonomy_id)
        .join(terms, terms.c.term_id == taxonomy.c.term_id)
        .where(taxonomy.c.taxonomy == CATEGORY)
        .order_by(taxonomy.c.term_taxonomy_id)
    )
    by_slug = connection.execute(categories.where(terms.c.slug.in_(slugs))).scalars().all()
    if len(by_slug) == len(set(slugs)):
        return by_slug
    named = categories.where(terms.c.name.in_([name, escape(name, quote=False)]))
    return connection.execute(named.limit(1)).scalars().all() if name else []


def of_post(connection: Connection, tables: Tables, number: int) -> Sequence[int]:
    """The term_taxonomy_ids of the categories that a post is in."""
    relations, taxonomy = tables.term_relationships, tables.term_taxonomy
    query = (
        select(taxonomy.c.term_taxonomy_id)
        .join(relations, relations.c.term_taxonomy_id == taxonomy.c.term_taxonomy_id)
        .where(relations.c.object_id == number, taxonomy.c.taxonomy == CATEGORY)
        .order_by(taxonomy.c.term_taxonomy_id)
    )
    return connection.execute(query).scalars().all()


def put_in(connection: Connection, tables: Tables, number: int, categories: Collection[int]) -> None:
    """Let a post be in `categories` at least."""
    for category in sorted(set(categories) - set(of_post(connection, tables, number))):
        connection.execute(
            insert(tables.term_relationships).values(object_id=number, term_taxonomy_id=category, term_order=0)
        )


def take_out(connection: Connection, tables: Tables, number: int, kept: Collection[int]) -> Sequence[int]:
    """Let a post be in no category beside `kept`; returns those it was in."""
    relations = tables.term_relationships
    out = sorted(set(of_post(connection, tables, number)) - set(kept))
    if out:
        connection.execute(
            delete(relations).where(relations.c.object_id == number, relations.c.term_taxonomy_id.in_(out))
        )
    return out


def recount(connection: Connection, tables: Tables, categories: Collection[int]) -> None:
    """Published posts of each category, as _update_post_term_count() of WordPress counts them."""
    relations, posts, taxonomy = tables.term_relationships, tables.posts, tables.term_taxonomy
    published = and_(posts.c.id == relations.c.object_id, posts.c.post_status == "publish", posts.c.post_type == "post")
    for category in sorted(set(categories)):
        counted = select(func.count()).select_from(relations).join(posts, published)
        count = connection.execute(counted.where(relations.c.term_taxonomy_id == category)).scalar_one()
        here = taxonomy.c.term_taxonomy_id == category
        if connection.execute(select(taxonomy.c.count).where(here)).scalar_one_or_none() != count:
            connection.execute(update(taxonomy).where(here).values(count=count))
