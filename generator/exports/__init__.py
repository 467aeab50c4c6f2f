"""Machine-readable exports of `Site`: JSON API with schemas, HSDS, iCalendar, feeds, images."""
