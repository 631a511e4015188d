import JSONPull
import Model

extension Feed where Owner == Model.Owner, Subject == MessageRule {
    /// The inbox rules of a mailbox.
    public static var messageRules: Feed {
        Feed(
            .messageRules, .mailbox, path: { "/users/\(pathSegment($0.id))/mailFolders/inbox/messageRules" },
            mailbox: \.id
        ) { (reader, owner) throws(JSONError) in
            try .collection(&reader) { (reader) throws(JSONError) in try readRule(&reader, of: owner) }
        }
    }
}

private func readRule(_ reader: inout JSONReader, of mailbox: Owner) throws(JSONError) -> Record<MessageRule> {
    var rule = MessageRule(id: "", mailbox: mailbox)
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": rule.id = try reader.optionalString() ?? ""
        case "displayName": rule.displayName = try reader.optionalString()
        case "sequence": rule.sequence = try reader.optionalInt()
        case "isEnabled": rule.isEnabled = try reader.optionalBool()
        case "hasError": rule.hasError = try reader.optionalBool()
        case "isReadOnly": rule.isReadOnly = try reader.optionalBool()
        case "conditions": rule.conditions = try readConditions(&reader)
        case "actions": try readActions(&reader, into: &rule)
        default: break
        }
    }
    return Record(rule, id: rule.id)
}

private func readActions(_ reader: inout JSONReader, into rule: inout MessageRule) throws(JSONError) {
    try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "forwardTo": rule.forwardTo = try readRecipients(&reader)
        case "forwardAsAttachmentTo": rule.forwardAsAttachmentTo = try readRecipients(&reader)
        case "redirectTo": rule.redirectTo = try readRecipients(&reader)
        case "delete": rule.deletes = try reader.optionalBool()
        case "stopProcessingRules": rule.stopProcessingRules = try reader.optionalBool()
        default: break
        }
    }
}

private func readRecipients(_ reader: inout JSONReader) throws(JSONError) -> [MessageRule.Recipient] {
    var recipients: [MessageRule.Recipient] = []
    try reader.optionalArray { (reader) throws(JSONError) in
        var recipient: MessageRule.Recipient?
        try reader.optionalObject { (reader, key) throws(JSONError) in
            if "emailAddress" ~= key { recipient = try readAddress(&reader) }
        }
        if let recipient { recipients.append(recipient) }
    }
    return recipients
}

private func readAddress(_ reader: inout JSONReader) throws(JSONError) -> MessageRule.Recipient? {
    var recipient = MessageRule.Recipient(address: nil)
    let isObject = try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "name": recipient.name = try reader.optionalString()
        case "address": recipient.address = try reader.optionalString()
        default: break
        }
    }
    return isObject ? recipient : nil
}

/// One line a condition ("senderContains: ADELE"); nil where there is none, so that the rule applies to all mail.
private func readConditions(_ reader: inout JSONReader) throws(JSONError) -> [String]? {
    var lines: [String] = []
    try reader.optionalObject { (reader, key) throws(JSONError) in
        let name = key.string
        guard let words = try readWords(&reader) else { return }
        if !name.hasPrefix("@") { lines.append("\(name): \(words)") }
    }
    return lines.isEmpty ? nil : lines
}

/// A condition's value in words: a list with commas, a recipient as its address, a range as its two ends; nil for null and for nothing.
private func readWords(_ reader: inout JSONReader) throws(JSONError) -> String? {
    switch try reader.kind() {
    case .string: return try reader.string()
    case .number: return String(Int(try reader.double().rounded().clamped))
    case .bool: return String(try reader.bool())
    case .null:
        try reader.skip()
        return nil
    case .array:
        var words: [String] = []
        try reader.array { (reader) throws(JSONError) in
            if let word = try readWords(&reader) { words.append(word) }
        }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    case .object: return try readObjectWords(&reader)
    }
}

private func readObjectWords(_ reader: inout JSONReader) throws(JSONError) -> String? {
    var words: [String] = []
    var address: String?
    try reader.object { (reader, key) throws(JSONError) in
        let name = key.string
        let value = try readWords(&reader)
        guard let value, !name.hasPrefix("@") else { return }
        if name == "address" || name == "emailAddress" { address = value }
        words.append("\(name) \(value)")
    }
    return address ?? (words.isEmpty ? nil : words.joined(separator: " "))
}

extension Double {
    /// Within what an `Int` holds.
    fileprivate var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -9e15), 9e15) }
}
