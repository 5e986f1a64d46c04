/// Why a cell cannot become the value of a field: one French sentence, to which the import adds the place.
struct FauteDeCellule: Error, Hashable {
  let message: String
  init(_ message: String) { self.message = message }
}
