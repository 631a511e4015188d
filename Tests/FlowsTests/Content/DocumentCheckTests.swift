import Model
import Testing

@testable import Flows

struct DocumentCheckTests {
    @Test func `says what is missing where no worker is installed`() async {
        let reader = DocumentReader(workers: nil, limits: ExtractionLimits())
        #expect(
            await DocumentCheck(reader).run()
                == .fails("reeve-extract is not installed beside reeve: only plain text is read"))
    }
}
