import Foundation
import JSONPull

/// A document as a tree, to compare two readers.
indirect enum JSONTree: Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONTree])
    case object([String: JSONTree])

    static func pulled(_ bytes: [UInt8], maximumDepth: Int = 128) throws(JSONError) -> JSONTree {
        try JSONReader.read(bytes, maximumDepth: maximumDepth) { (reader) throws(JSONError) in try read(&reader) }
    }

    static func read(_ reader: inout JSONReader) throws(JSONError) -> JSONTree {
        switch try reader.kind() {
        case .null:
            try reader.skip()
            return .null
        case .bool: return .bool(try reader.bool())
        case .number: return .number(try reader.double())
        case .string: return .string(try reader.string())
        case .array:
            var elements: [JSONTree] = []
            try reader.array { (reader) throws(JSONError) in elements.append(try read(&reader)) }
            return .array(elements)
        case .object:
            var members: [String: JSONTree] = [:]
            try reader.object { (reader, key) throws(JSONError) in
                let name = key.string
                members[name] = try read(&reader)
            }
            return .object(members)
        }
    }

    /// Foundation's answer; nil where it refuses.
    static func foundation(_ bytes: [UInt8]) -> JSONTree? {
        guard let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed]) else {
            return nil
        }
        return JSONTree(value)
    }

    private init(_ value: Any) {
        switch value {
        case is NSNull: self = .null
        case let text as String: self = .string(text)
        case let elements as [Any]: self = .array(elements.map { JSONTree($0) })
        case let members as [String: Any]: self = .object(members.mapValues { JSONTree($0) })
        case let number as NSNumber where String(cString: number.objCType) == "c": self = .bool(number.boolValue)
        case let number as NSNumber: self = .number(number.doubleValue)
        default: self = .null
        }
    }
}
