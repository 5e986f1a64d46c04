import Foundation

/// The executable: everything it does is in ``Programme``, which tests call in process.
@main
enum CentreServeur {
  static func main() async {
    let programme = Programme(ecran: .standard)
    let code = await programme.run(Array(CommandLine.arguments.dropFirst()))
    exit(code)
  }
}
