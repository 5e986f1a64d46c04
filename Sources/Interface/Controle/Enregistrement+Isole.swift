extension Enregistrement {
  /// One record of a kind, read again from the bytes of a file already judged; `ligne` is its physical rank there.
  public init(genre: Genre, ligne: Int, octets: ArraySlice<UInt8>) {
    self.init(
      type: genre.type(Latin9.text(octets.prefix(2))), ligne: ligne, position: 0, longueur: octets.count, octets: octets
    )
  }
}
