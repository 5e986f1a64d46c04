/// How the documentation of a table is printed.
public enum FormeDeDescription: String, Hashable, Sendable, CaseIterable {
  /// For a terminal, in lines of about 120 characters.
  case texte
  /// One self-contained page.
  case html
}

/// The documentation of a layout table, in French, drawn from the table alone: reading guide, every record and field,
/// rules in words, code lists, anomalies.
public func decrire(_ table: TableFormat, en forme: FormeDeDescription) -> String {
  let document = DocumentDuFormat(table)
  return switch forme {
  case .texte: RenduTexte(document).text
  case .html: RenduHTML(document).text
  }
}
