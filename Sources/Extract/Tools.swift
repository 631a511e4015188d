/// What reading needs from the world: programs and a clock. `reeve-extract` fills them in, a test need not.
public struct Tools: Sendable {
    /// How the words of a page are put in order.
    public enum PageOrder: Sendable {
        /// As they are read.
        case reading
        /// As they stand on the page, with blanks between columns.
        case layout
    }

    /// What a program made of a document.
    public struct Answer: Sendable {
        /// UTF-8.
        public var text: [UInt8]
        /// Why there may be more than this; nil for all of it.
        public var fault: String?
        /// It used up the time, the memory or the room for its text.
        public var isLimit: Bool

        public init(text: [UInt8], fault: String? = nil, isLimit: Bool = false) {
            self.text = text
            self.fault = fault
            self.isLimit = isLimit
        }
    }

    public typealias PageText = @Sendable (_ pdf: [UInt8], PageOrder, _ lastPage: Int, _ milliseconds: Int) -> Answer
    public typealias PageImage = @Sendable (_ pdf: [UInt8], _ page: Int, _ milliseconds: Int) -> Answer
    public typealias ImageText = @Sendable (_ image: [UInt8], _ milliseconds: Int) -> Answer

    /// The text of the pages of a PDF, a form feed after each; nil where no program reads it.
    public var pageText: PageText?
    /// A page of a PDF as an image, in place of text; nil where no program draws it.
    public var pageImage: PageImage?
    /// The text in an image; nil where no program reads it.
    public var imageText: ImageText?
    /// The same of an image that may lie on its side or on its head, which takes twice as long.
    public var turnedImageText: ImageText?
    /// Milliseconds: of processor time used so far, and of a clock that only goes forward.
    public var processorTime: @Sendable () -> Int
    public var clock: @Sendable () -> Int

    public init(
        pageText: PageText? = nil, pageImage: PageImage? = nil, imageText: ImageText? = nil,
        turnedImageText: ImageText? = nil,
        processorTime: @escaping @Sendable () -> Int = { 0 }, clock: @escaping @Sendable () -> Int = { 0 }
    ) {
        self.pageText = pageText
        self.pageImage = pageImage
        self.imageText = imageText
        self.turnedImageText = turnedImageText
        self.processorTime = processorTime
        self.clock = clock
    }
}
