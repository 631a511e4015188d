import Model

/// The organization's domains, with tables that find what resembles them; work grows with the length of a name, not with their number.
struct OwnDomains: Sendable {
    private struct Own: Sendable {
        let name: String
        let label: String
        let skeleton: String
        let suffix: String
        let skeletonBytes: [UInt8]
        let labelBytes: [UInt8]
    }

    private let names: Set<String>
    private let own: [Own]
    private let bySkeleton: [String: [Int]]
    private let byJoined: [String: [Int]]
    private let byCollapsed: [String: [Int]]
    private let byDrawing: [String: [Int]]
    private let drawnLengths: Set<Int>
    private let byDeletion: KeyTable
    private let lengths: [Int]

    init(_ domains: some Sequence<String>) {
        let shapes = Set(domains.map(EmailAddress.normalised)).sorted().map(DomainShape.init)
        names = Set(shapes.map(\.name))
        sample = shapes.prefix(64).map(\.name)
        var seen: Set<String> = []
        own = shapes.filter { $0.label.count >= 3 && seen.insert($0.registrable).inserted }.flatMap { shape in
            ([shape.label] + LabelSkeleton.spellings(of: shape.label)).map {
                let skeleton = LabelSkeleton.of($0)
                return Own(
                    name: shape.registrable, label: $0, skeleton: skeleton, suffix: shape.suffix,
                    skeletonBytes: Array(skeleton.utf8), labelBytes: Array($0.utf8))
            }
        }
        bySkeleton = Self.table(own) { [$0.skeleton] }
        byJoined = Self.table(own) { own in
            [own.skeleton.filter { $0 != "-" }, LabelSkeleton.of((own.label + own.suffix).filter { $0 != "." })]
        }
        byCollapsed = Self.table(own) { [LabelSkeleton.collapsed($0.skeleton)] }
        byDrawing = Self.table(own) { $0.skeleton.utf8.count < 5 ? [] : [LabelSkeleton.drawn($0.skeleton)] }
        drawnLengths = Set(byDrawing.keys.map(\.utf8.count))
        var deletions = KeyTable.Build()
        for (index, own) in own.enumerated() {
            let words = Set([own.skeletonBytes, own.labelBytes].filter { $0.count >= 5 })
            for key in Set(words.flatMap(DeletionKeys.of)) { deletions.add(key, UInt32(index)) }
        }
        byDeletion = KeyTable(deletions)
        lengths = Set(own.map(\.skeleton.utf8.count)).sorted()
    }

    /// At most 64 of them, in alphabetical order.
    let sample: [String]

    /// Whether the domain, or one above it, is the organization's.
    func contains(_ domain: String) -> Bool {
        if names.contains(domain) { return true }
        var rest = domain[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            if names.contains(String(rest)) { return true }
        }
        return false
    }

    /// The own domain that a foreign one resembles most; nil for an own one and for a stranger's.
    func likeness(of domain: String) -> DomainLikeness? {
        guard !own.isEmpty, !domain.isEmpty, domain.utf8.count <= 253, !contains(domain) else { return nil }
        return likeness(ofForeign: DomainShape(domain))
    }

    /// - Parameter shape: of a domain that is none of the organization's.
    func likeness(ofForeign shape: DomainShape) -> DomainLikeness? {
        guard !own.isEmpty, shape.name.utf8.count <= 253 else { return nil }
        let registered = TenantHosts.contains(shape.registrable) ? nil : likeness(ofRegistered: shape)
        return registered ?? likeness(below: shape)
    }

    private func likeness(ofRegistered shape: DomainShape) -> DomainLikeness? {
        let skeleton = LabelSkeleton.of(shape.label)
        return same(shape, skeleton) ?? joined(shape, skeleton) ?? repeated(shape, skeleton)
            ?? edited(shape, skeleton) ?? drawn(shape, skeleton) ?? lengthened(shape, skeleton)
    }

    private func same(_ shape: DomainShape, _ skeleton: String) -> DomainLikeness? {
        guard let index = bySkeleton[skeleton]?.first else { return nil }
        guard own[index].label == shape.label else {
            let edits = EditDistance.between(own[index].label, shape.label)
            return likeness(.homoglyph, index, shape, edits, "its characters look like those of \(own[index].name)")
        }
        guard shape.label.utf8.count >= 4 else { return nil }
        return likeness(
            .otherSuffix, index, shape, 0,
            "it is \(own[index].name) under .\(shape.suffix) in place of .\(own[index].suffix)")
    }

    private func joined(_ shape: DomainShape, _ skeleton: String) -> DomainLikeness? {
        let bare = skeleton.utf8.contains(0x2D) ? skeleton.filter { $0 != "-" } : skeleton
        guard bare.utf8.count >= 5, let index = byJoined[bare]?.first else { return nil }
        let hyphen = own[index].skeleton.filter { $0 != "-" } == bare
        return likeness(
            hyphen ? .hyphen : .joinedSuffix, index, shape, 1,
            hyphen
                ? "only a hyphen sets it apart from \(own[index].name)" : "it writes \(own[index].name) without its dot"
        )
    }

    private func repeated(_ shape: DomainShape, _ skeleton: String) -> DomainLikeness? {
        guard skeleton.utf8.count >= 5, let index = byCollapsed[LabelSkeleton.collapsed(skeleton)]?.first,
            abs(own[index].skeleton.utf8.count - skeleton.utf8.count) <= 3
        else { return nil }
        let edits = EditDistance.between(own[index].skeleton, skeleton)
        return likeness(.repeated, index, shape, edits, "letters of \(own[index].name) are repeated or left out")
    }

    /// `oalchaven` for `oakhaven`: pairs of letters that drawn together look like one.
    private func drawn(_ shape: DomainShape, _ skeleton: String) -> DomainLikeness? {
        let drawing = LabelSkeleton.drawn(skeleton)
        guard drawnLengths.contains(drawing.utf8.count), let index = byDrawing[drawing]?.first else { return nil }
        let edits = EditDistance.between(own[index].label, shape.label)
        return likeness(.homoglyph, index, shape, edits, "its letters look like those of \(own[index].name)")
    }

    private func edited(_ shape: DomainShape, _ skeleton: String) -> DomainLikeness? {
        let count = skeleton.utf8.count
        guard count <= 64, lengths.contains(where: { abs($0 - count) <= 2 }) else { return nil }
        var best: (index: Int, edits: Int)?
        var tried: Int?
        for written in skeleton == shape.label ? [skeleton] : [skeleton, shape.label] {
            for key in DeletionKeys.of(Array(written.utf8)) {
                byDeletion.forEach(key) { index in
                    let index = Int(index)
                    guard index != tried else { return true }
                    tried = index
                    let edits = min(
                        EditDistance.between(own[index].skeleton, skeleton),
                        EditDistance.between(own[index].label, shape.label))
                    if edits <= Self.tolerance(own[index].skeleton), edits < best?.edits ?? .max {
                        best = (index, edits)
                    }
                    return true
                }
            }
        }
        guard let best else { return nil }
        let edits = best.edits == 1 ? "one edit" : "\(best.edits) edits"
        return likeness(.typo, best.index, shape, best.edits, "\(edits) away from \(own[best.index].name)")
    }

    private func lengthened(_ shape: DomainShape, _ skeleton: String) -> DomainLikeness? {
        let bytes = (skeleton: Array(skeleton.utf8), label: Array(shape.label.utf8))
        for (index, own) in own.enumerated() where own.skeletonBytes.count >= 4 {
            let isHeld = Self.holds(bytes.skeleton, own.skeletonBytes) || Self.holds(bytes.label, own.labelBytes)
            guard isHeld else { continue }
            for plain in [(skeleton, own.skeleton), (shape.label, own.label)] {
                guard plain.0.utf8.count > plain.1.utf8.count,
                    let range = plain.0.firstRange(of: plain.1)
                else { continue }
                let before = plain.0[..<range.lowerBound]
                let after = plain.0[range.upperBound...]
                if AffixWords.explains(before), AffixWords.explains(after),
                    plain.1.utf8.count >= 5 || after.hasPrefix("-") || before.hasSuffix("-")
                {
                    return likeness(.affix, index, shape, 0, "it adds words to \(own.name)")
                }
                let apart = (before.isEmpty || before.hasSuffix("-")) && (after.isEmpty || after.hasPrefix("-"))
                if apart, own.skeleton.utf8.count >= 5 {
                    return likeness(.sharedWord, index, shape, 0, "it contains the name of \(own.name)")
                }
            }
        }
        return nil
    }

    private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.count > part.count && bytes.firstPlace(of: part) != nil
    }

    /// An own name among the labels left of a stranger's domain: `contoso.com.evil.example`, `contoso-com.evil.example`.
    private func likeness(below shape: DomainShape) -> DomainLikeness? {
        guard !shape.below.isEmpty, !TenantHosts.contains(shape.registrable) else { return nil }
        for label in shape.below where label.utf8.count >= 4 {
            let skeleton = LabelSkeleton.of(label)
            let hit = bySkeleton[skeleton]?.first ?? byJoined[skeleton.filter { $0 != "-" }]?.first ?? wrapped(skeleton)
            if let hit {
                return DomainLikeness(
                    kind: .subdomain, own: own[hit].name, seen: shape.name, distance: 0,
                    text: "\(own[hit].name) is written left of \(shape.registrable), which is somebody else's")
            }
        }
        return nil
    }

    private func wrapped(_ skeleton: String) -> Int? {
        own.indices.first { index in
            guard own[index].skeleton.utf8.count >= 5, let range = skeleton.firstRange(of: own[index].skeleton) else {
                return false
            }
            return AffixWords.explains(skeleton[..<range.lowerBound])
                && AffixWords.explains(skeleton[range.upperBound...])
        }
    }

    private func likeness(
        _ kind: DomainLikeness.Kind, _ index: Int, _ shape: DomainShape, _ edits: Int, _ text: String
    ) -> DomainLikeness {
        let seen =
            shape.name == shape.registrable
            ? shape.label + (shape.suffix.isEmpty ? "" : "." + shape.suffix) : shape.registrable
        return DomainLikeness(kind: kind, own: own[index].name, seen: seen, distance: edits, text: text)
    }

    /// One edit, two from ten characters on.
    private static func tolerance(_ label: String) -> Int {
        label.utf8.count >= 10 ? 2 : 1
    }

    private static func table<Key: Hashable>(_ own: [Own], keys: (Own) -> [Key]) -> [Key: [Int]] {
        var table: [Key: [Int]] = [:]
        for (index, domain) in own.enumerated() {
            for key in Set(keys(domain)) { table[key, default: []].append(index) }
        }
        return table
    }
}
