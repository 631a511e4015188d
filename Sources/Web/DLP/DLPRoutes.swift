import Flows
import Foundation
import Hummingbird
import Model
import Store

extension WebServer {
    /// Data loss prevention: profiles, what they look for, and the tenants' sensitivity labels.
    var dlpRoutes: [Route] {
        [
            .page("/dlp/profiles", for: .viewer, profilesPage),
            .page("/dlp/profile", for: .viewer, contentProfilePage),
            .page("/dlp/add-profile", for: .analyst, addProfilePage),
            .form("/dlp/add-profile", for: .analyst, addProfile),
            .form("/dlp/profile/change", for: .analyst, changeProfile),
            .form("/dlp/profile/entries", for: .analyst, switchEntries),
            .page("/dlp/profile/remove", for: .analyst, removeProfilePage),
            .form("/dlp/profile/remove", for: .analyst, removeProfile),
            .page("/dlp/entries", for: .viewer, entriesPage),
            .page("/dlp/add-entry", for: .analyst, addEntryPage),
            .form("/dlp/add-entry", for: .analyst, limit: 32 << 20, addEntry),
            .page("/dlp/entries/remove", for: .analyst, removeEntryPage),
            .form("/dlp/entries/remove", for: .analyst, removeEntry),
            .page("/dlp/test", for: .viewer, testPage),
            // The file, and a text beside it.
            .form("/dlp/test", for: .viewer, file: ContentTrial.largest, test),
            .page("/dlp/labels", for: .viewer, labelsPage),
            .form("/dlp/labels/sync", for: .analyst, syncLabels),
            .form("/integrations/{name}/profiles", for: .administrator, attachProfiles),
        ]
    }

    /// The same for programs.
    var dlpAPIRoutes: [Route] {
        [
            .api(.get, "/api/v1/dlp/profiles", for: .viewer, .listProfiles, apiProfiles),
            .api(.post, "/api/v1/dlp/profiles", for: .analyst, .addProfile, apiAddProfile),
            .api(.get, "/api/v1/dlp/profiles/{name}", for: .viewer, .getProfile, apiProfile),
            .api(.put, "/api/v1/dlp/profiles/{name}", for: .analyst, .changeProfile, apiChangeProfile),
            .api(.put, "/api/v1/dlp/profiles/{name}/entries", for: .analyst, .setProfileEntries, apiSetEntries),
            .api(.delete, "/api/v1/dlp/profiles/{name}", for: .analyst, .removeProfile, apiRemoveProfile),
            .api(.get, "/api/v1/dlp/entries", for: .viewer, .listEntries, apiEntries),
            .api(.post, "/api/v1/dlp/entries", for: .analyst, .addEntry, apiAddEntry),
            .api(.get, "/api/v1/dlp/entries/{id}", for: .viewer, .getEntry, apiEntry),
            .api(.put, "/api/v1/dlp/entries/{id}", for: .analyst, .changeEntry, apiChangeEntry),
            .api(.delete, "/api/v1/dlp/entries/{id}", for: .analyst, .removeEntry, apiRemoveEntry),
            .api(.get, "/api/v1/dlp/labels", for: .viewer, .listLabels, apiLabels),
            .api(.post, "/api/v1/dlp/test", for: .viewer, .testText, apiTest),
            .api(.put, "/api/v1/integrations/{name}/profiles", for: .administrator, .attachProfiles, apiAttach),
        ]
    }

    var profileBook: ProfileBook { ProfileBook(store: store) }
    var labelBook: LabelBook { LabelBook(store: store) }

    /// Runs a change of profiles or entries; what it refuses is the asker's mistake.
    func asProblem<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let trouble as ProfileTrouble {
            throw Problem(
                trouble.isUnknown ? .notFound : trouble.isTaken ? .conflict : .unprocessableContent,
                sentence(trouble.reason))
        }
    }
}

extension ContentProfile {
    /// Its page. A name may be anything, so that it stands in the query.
    var page: Link { Self.page(of: name) }
    static func page(of name: String) -> Link { Link("/dlp/profile", ["name": name]) }
}

extension Template {
    static let dlpTemplates: [Template] = [
        dlpTabs, dlpProfiles, dlpProfile, dlpProfileForm, dlpChoices, dlpChoiceRow, dlpChoice, dlpEntries, dlpEntryForm,
        dlpRemove, dlpTest,
        dlpLabels,
    ]

    /// Above the pages of profiles.
    static let dlpTabs = Template(
        "dlp-tabs",
        #"""
        <div class="tabs-line"><nav class="tabs" aria-label="Profiles"><a href="/dlp/profiles"{{#inProfiles}} aria-current="page"{{/inProfiles}}>Profiles</a><a href="/dlp/entries"{{#inEntries}} aria-current="page"{{/inEntries}}>Entries of your own</a><a href="/dlp/test"{{#inTest}} aria-current="page"{{/inTest}}>Test a text or a file</a></nav></div>
        """#)
}
