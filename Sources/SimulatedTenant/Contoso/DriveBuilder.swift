import Foundation

extension ContosoBuilder {
    func addDrives(to world: inout World) {
        world.sites.append(site("Contoso", address: "", isPersonal: false))
        for given in read(Contoso.drives).elements {
            guard let of = given["of"]?.text else { continue }
            let drive = drive(given, of: of, in: world)
            let site = site(of: drive, of)
            world.sites.append(site)
            world.siteDrives[site["id"]?.text ?? ""] = [drive.id]
            world.drives.append(drive)
        }
        for site in world.sites {
            let id = site["id"]?.text ?? ""
            world.siteDrives[id] = world.siteDrives[id] ?? []
        }
    }

    private func drive(_ given: JSON, of: String, in world: World) -> SimulatedDrive {
        let owner: SimulatedDrive.Owner
        let url: String
        let tail = of.split(separator: ":").last.map(String.init) ?? of
        let address = tail.lowercased().replacing(" ", with: "")
        if of.hasPrefix("group:") {
            owner = .group(id: Contoso.groupID(tail), name: tail)
            url = "https://contoso.sharepoint.example/sites/\(address)/Shared%20Documents"
        } else if of.hasPrefix("site:") {
            owner = .site(name: tail)
            url = "https://contoso.sharepoint.example/sites/\(address)/Documents"
        } else {
            let person = world.users.object(signInName(of))
            owner = .user(id: Contoso.userID(signInName(of)), name: person?["displayName"]?.text ?? of)
            url = "https://contoso-my.sharepoint.example/personal/\(address)_contoso_example/Documents"
        }
        var drive = SimulatedDrive(
            id: Contoso.driveID(of), name: given["name"]?.text ?? "OneDrive", owner: owner, webUrl: url,
            created: now.addingTimeInterval(-700 * 86400).graphTime)
        drive.items = items(given["items"]?.elements ?? [], drive: drive, Sharing(world: world, now: now))
        return drive
    }

    private func items(_ given: [JSON], drive: SimulatedDrive, _ sharing: Sharing) -> [SimulatedItem] {
        var items = [
            SimulatedItem(
                id: OpaqueID.item(named: drive.id), name: "root", form: .root, modified: drive.created,
                permissions: [ownerGrant(drive)])
        ]
        var folders: [String: Int] = ["": 0]
        for entry in given {
            let words = entry.elements.compactMap(\.text)
            guard let path = words.first else { continue }
            if path == "/" {
                items[0].permissions += words.dropFirst().compactMap { sharing.permission($0, on: drive.id) }
                continue
            }
            let parts = path.split(separator: "/").map(String.init)
            let folder = parts.dropLast().joined(separator: "/")
            if path.hasSuffix("/") { folders[parts.joined(separator: "/")] = items.count }
            items.append(item(path, parts.last ?? path, parent: folders[folder] ?? 0, words, drive: drive, sharing))
        }
        return items
    }

    private func item(
        _ path: String, _ name: String, parent: Int, _ words: [String], drive: SimulatedDrive, _ sharing: Sharing
    ) -> SimulatedItem {
        let chance = Mix.name(drive.id + path)
        let id = OpaqueID.item(named: drive.id + path)
        var item = SimulatedItem(
            id: id, name: name, form: form(path), parent: parent,
            size: path.hasSuffix("/") ? 0 : Int(1000 + chance % 900_000),
            modified: now.addingTimeInterval(-86400 * Double(1 + chance >> 32 % 300)).graphTime,
            permissions: words.dropFirst().compactMap { sharing.permission($0, on: id) })
        if let text = Contoso.documents[name] { item.content = Array(text.utf8) }
        if let file = Contoso.officeFiles[name] {
            item.content = file.bytes
            item.label = .label(id: file.label, tenant: configuration.tenantID)
        }
        return item
    }

    private func form(_ path: String) -> SimulatedItem.Form {
        if path.hasSuffix("/") { return .folder }
        if path.hasSuffix(".one") { return .package }
        let office = "application/vnd.openxmlformats-officedocument"
        let type =
            switch path.split(separator: ".").last {
            case "docx": "\(office).wordprocessingml.document"
            case "xlsx": "\(office).spreadsheetml.sheet"
            case "pptx": "\(office).presentationml.presentation"
            case "pdf": "application/pdf"
            case "jpg": "image/jpeg"
            default: "application/octet-stream"
            }
        return .file(type: type)
    }

    private func ownerGrant(_ drive: SimulatedDrive) -> JSON {
        let grantee: JSON =
            switch drive.owner {
            case .user(let id, let name): ["user": ["id": .string(id), "displayName": .string(name)]]
            case .group(_, let name), .site(let name):
                [
                    "siteGroup": [
                        "id": "3", "displayName": .string("\(name) Owners"), "loginName": .string("\(name) Owners"),
                    ]
                ]
            }
        return [
            "id": .string("aTow" + Mix.guid("owner \(drive.id)").prefix(12)), "roles": ["owner"],
            "grantedToV2": grantee,
        ]
    }

    private func site(of drive: SimulatedDrive, _ of: String) -> JSON {
        switch drive.owner {
        case .user(_, let name): site(name, address: of.lowercased(), isPersonal: true)
        case .group(_, let name), .site(let name):
            site(name, address: name.lowercased().replacing(" ", with: ""), isPersonal: false)
        }
    }

    private func site(_ name: String, address: String, isPersonal: Bool) -> JSON {
        let host = isPersonal ? "contoso-my.sharepoint.example" : "contoso.sharepoint.example"
        let path = isPersonal ? "/personal/\(address)_contoso_example" : address.isEmpty ? "" : "/sites/\(address)"
        return [
            "id": .string("\(host),\(Mix.guid("site \(host)\(path)")),\(Mix.guid("web \(host)\(path)"))"),
            "name": .string(address.isEmpty ? "root" : address), "displayName": .string(name),
            "isPersonalSite": .bool(isPersonal), "root": [:], "siteCollection": ["hostname": .string(host)],
            "webUrl": .string("https://\(host)\(path)"), "createdDateTime": ago(700),
        ]
    }
}
