"""The statements of a mapped portal. Each step first looks whether it is done: any of them may come a second time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update

from publish.portal import PortalItem
from publish.portals.mapped.schema import Schema
from publish.portals.mapped.values import Given, MisfitError, fitted, free_name, kept, looked_up, plain, stored
from tinbai.config import PortalConfig
from tinbai.config_mapping import ColumnMapping, RowsMapping, Source
from tinbai.errors import PortalError

Values = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Found:
    """The main row of an item: its values by column, and the approval that its key tells."""

    number: Any
    values: Mapping[str, Any]
    approval: int


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The rows of one portal on one connection."""

    connection: Connection
    schema: Schema
    config: PortalConfig

    def find(self, key: str) -> Found | None:
        """The row with this key; of two (somebody copied an article) the first."""
        main, place = self.schema.main, self.config.mapping.key
        if place.table:
            ours = self.schema.tables[place.table]
            query = select(ours.c.row_number, ours.c.approval).where(ours.c.tinbai_key == key)
            known = self.connection.execute(query).first()
            if known is None:
                return None
            row = self._first(self.schema.id == fitted(known.row_number, self.schema.id))
            if row is None:
                return None
            return Found(number=row[self.schema.id.name], values=row, approval=int(known.approval))
        column = main.c[place.column]
        start = f"{_MARK}{key}." if place.marker else f"{key}."
        here = column.contains(start, autoescape=True) if place.marker else column.startswith(start, autoescape=True)
        row = self._first(here)
        if row is None:
            return None
        digits = str(row[place.column]).rpartition(start)[2].partition(_END)[0]
        return Found(
            number=row[self.schema.id.name], values=row, approval=int(digits) if digits.isdecimal() else 0
        )  # fmt: skip

    def main_values(self, given: Given, *, first: bool) -> Values:
        """What the main row is to say; with `first` also what is said only once."""
        mapping = self.config.mapping
        wanted = [*mapping.columns] if first else kept(mapping.columns)
        values = self.values(self.schema.main, {name: mapping.columns[name] for name in wanted}, given)
        if mapping.key.column:
            text = f"{given.item.text.key}.{given.item.text.approval}"
            if mapping.key.marker:
                text = f"{values.get(mapping.key.column) or ''}\n{_MARK}{text}{_END}"
            values[mapping.key.column] = self._fitted(text, self.schema.main, mapping.key.column)
        return values

    def begin(self, values: Values, item: PortalItem) -> Any:
        """A row that readers do not see, with its key; returns its number."""
        hidden = self._status(shown=False)
        done = self.connection.execute(insert(self.schema.main).values({**values, **hidden}))
        own = [column.name for column in self.schema.main.primary_key]
        if own == [self.schema.id.name] and done.inserted_primary_key and done.inserted_primary_key[0] is not None:
            number = done.inserted_primary_key[0]
        else:
            found = None if self.config.mapping.key.table else self.find(item.text.key)
            if found is None:
                raise PortalError(
                    portal=self.config.key, problem="cổng không cho biết số của dòng vừa ghi (mapping.id)"
                )
            number = found.number
        return number

    def tell_key(self, item: PortalItem, number: Any) -> None:
        """In the table of ours, where the key stands there."""
        if not self.config.mapping.key.table:
            return
        ours = self.schema.tables[self.config.mapping.key.table]
        told = {"approval": item.text.approval, "row_number": str(number)}
        here = ours.c.tinbai_key == item.text.key
        if self.connection.execute(select(ours.c.approval).where(here)).first() is None:
            self.connection.execute(insert(ours).values(tinbai_key=item.text.key, **told))
        else:
            self.connection.execute(update(ours).where(here).values(told))

    def forget_key(self, key: str) -> None:
        """The opposite."""
        if self.config.mapping.key.table:
            ours = self.schema.tables[self.config.mapping.key.table]
            self.connection.execute(delete(ours).where(ours.c.tinbai_key == key))

    def renew(self, number: Any, values: Values) -> None:
        """Bring the main row to `values`."""
        self._update(number, values)

    def show(self, number: Any) -> None:
        """Let readers see it."""
        if status := self._status(shown=True):
            self._update(number, status)

    def hide(self, number: Any) -> None:
        """Let readers see it no more."""
        if status := self._status(shown=False):
            self._update(number, status)

    def is_visible(self, found: Found) -> bool:
        """Whether readers see it; without a status column all that is there is seen."""
        status = self.config.mapping.status
        if status is None:
            return True
        return plain(found.values[status.column]) == plain(self._status(shown=True)[status.column])

    def delete_all(self, number: Any) -> None:
        """The item's own rows, and the main one last."""
        for rows in self.config.mapping.rows:
            self.connection.execute(delete(self.schema.tables[rows.table]).where(self.beneath(rows, number)))
        self.connection.execute(delete(self.schema.main).where(self.schema.id == number))

    def _first(self, here: ColumnElement[bool]) -> Mapping[str, Any] | None:
        wanted = {self.schema.id.name, self.config.mapping.key.column, *self.config.mapping.columns, *self._status()}
        columns = [self.schema.main.c[name] for name in sorted(wanted - {""})]
        row = self.connection.execute(select(*columns).where(here).order_by(self.schema.id).limit(1)).mappings().first()
        return None if row is None else dict(row)

    def beneath(self, rows: RowsMapping, number: Any) -> ColumnElement[bool]:
        """Which rows of a table belong to an article, whoever wrote them."""
        parent = self.schema.tables[rows.table].c[rows.parent]
        here: ColumnElement[bool] = parent == fitted(number, parent)
        return here

    def _update(self, number: Any, values: Values) -> None:
        self.connection.execute(update(self.schema.main).where(self.schema.id == number).values(values))

    def _status(self, *, shown: bool = True) -> Values:
        status = self.config.mapping.status
        if status is None:
            return {}
        value = status.shown if shown else status.hidden
        return {status.column: self._fitted(value, self.schema.main, status.column)}

    def _fitted(self, value: Any, where: Table, name: str) -> Any:
        try:
            return fitted(value, where.c[name])
        except MisfitError as error:
            raise PortalError(portal=self.config.key, problem=error.words) from error

    def values(self, where: Table, columns: Mapping[str, ColumnMapping], given: Given) -> Values:
        """What a row is to say. Raises PortalError for what a column does not hold, or a look-up does not find."""
        values: Values = {}
        wrong: list[str] = []
        for name, mapping in columns.items():
            try:
                values[name] = self._value(where, name, mapping, given)
            except MisfitError as error:
                wrong.append(error.words)
        if wrong:
            problem = f"cổng không nhận: {', '.join(wrong)}; đề nghị sửa rồi duyệt lại"
            raise PortalError(portal=self.config.key, problem=problem, retryable=False)
        return values

    def _value(self, where: Table, name: str, mapping: ColumnMapping, given: Given) -> Any:
        column = where.c[name]
        if mapping.source is Source.NEXT_NUMBER:
            return int(self.connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1
        value = None if mapping.source is None else given.take(mapping.source)
        if mapping.look_up is not None:
            value = mapping.values.get(str(value), value)
            found = looked_up(
                self.connection, self.schema.tables[mapping.look_up.table], value, mapping, self.config.key
            )
            return fitted(found, column)
        value = stored(value, mapping, column, self.config.timezone)
        if mapping.source is Source.SLUG and mapping.unique:
            return free_name(self.connection, column, str(value))
        return value


_MARK, _END = "<!-- tinbai ", " -->"
