import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Walks through an XML part: names come without their prefix, and the walk stops at the first fault of the walker.
///
/// A document type declaration is refused before anything is expanded: a workbook never has one.
final class ElementsXML: NSObject, XMLParserDelegate {
  /// What a reader of one kind of part does with its elements.
  protocol Walker: AnyObject {
    func start(_ element: String, _ attributes: [String: String]) throws(FauteTabulaire)
    func text(_ text: String) throws(FauteTabulaire)
    func end(_ element: String) throws(FauteTabulaire)
  }

  private let walker: any Walker
  private var fault: FauteTabulaire?
  private var isBroken = false
  private var isComplete = false

  private init(_ walker: any Walker) { self.walker = walker }

  /// - Parameter part: the name of the part, for the message.
  static func walk(_ octets: [UInt8], part: String, _ walker: any Walker) throws(FauteTabulaire) {
    guard !octets.contains(0), !declaresDocumentType(octets) else {
      throw FauteTabulaire("Le classeur est abîmé : sa partie « \(part) » n'est pas un XML de classeur.")
    }
    let elements = ElementsXML(walker)
    // Fed piece by piece: given whole, a part of more than ten million bytes is refused by libxml2.
    let parser = XMLParser(stream: InputStream(data: Data(octets)))
    parser.delegate = elements
    _ = parser.parse()
    if let fault = elements.fault { throw fault }
    guard elements.isComplete, !elements.isBroken else {
      throw FauteTabulaire(
        "Le classeur est abîmé : sa partie « \(part) » est illisible à partir de la ligne XML \(parser.lineNumber)."
      )
    }
  }

  private static func declaresDocumentType(_ octets: [UInt8]) -> Bool {
    let mark = Array("<!DOCTYPE".utf8)
    var rest = octets[...]
    while let start = rest.firstIndex(of: mark[0]) {
      rest = rest[start...]
      if rest.starts(with: mark) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private func run(_ parser: XMLParser, _ step: () throws(FauteTabulaire) -> Void) {
    guard fault == nil else { return }
    do {
      try step()
    } catch {
      fault = error
      parser.abortParsing()
    }
  }

  private static func local(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.index(after: colon)...])
  }

  /// On Linux `parse()` says true of a part cut short or badly nested: only these two calls tell.
  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
    if (parseError as NSError).code != ElementsXML.undeclaredPrefix { isBroken = true }
  }

  func parserDidEndDocument(_ parser: XMLParser) { isComplete = true }

  /// libxml2's XML_NS_ERR_UNDEFINED_NAMESPACE: harmless here, for prefixes are dropped.
  private static let undeclaredPrefix = 201

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    run(parser) { () throws(FauteTabulaire) in
      try walker.start(ElementsXML.local(elementName), attributes)
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    run(parser) { () throws(FauteTabulaire) in try walker.text(string) }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
  ) {
    run(parser) { () throws(FauteTabulaire) in try walker.end(ElementsXML.local(elementName)) }
  }
}
