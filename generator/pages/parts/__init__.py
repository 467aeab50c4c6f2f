"""View models that several kinds of page share: cards, contacts, evidence, JSON-LD and so on."""
