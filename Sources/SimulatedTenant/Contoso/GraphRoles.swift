/// Ids of Microsoft Graph's application permissions.
enum GraphRoles {
    static let ids: [String: String] = [
        "Application.Read.All": "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
        "AuditLog.Read.All": "b0afded3-3588-46d8-8b3d-9842eff778da",
        "Calendars.Read": "798ee544-9d2d-430c-a058-570e29e34338",
        "Directory.Read.All": "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
        "Domain.Read.All": "dbb9058a-0e50-45d7-ae91-66909b5d4664",
        "Files.Read.All": "01d4889c-1287-42c6-ac1f-5d1e02578ef6",
        "Files.ReadWrite.All": "75359482-378d-4052-8f01-80520e7db3cd",
        "Group.Read.All": "5b567255-7703-4780-807c-7be8301ae99b",
        "GroupMember.Read.All": "98830695-27a2-44f7-8c18-0c3ebc9698f6",
        "InformationProtectionPolicy.Read.All": "19da66cb-0fb0-4390-b071-ebc76a349482",
        "Mail.Read": "810c84a8-4a9e-49e6-bf7d-12d184f40d01",
        "Mail.Send": "b633e1c5-b582-4048-a93e-9f11b44c7e96",
        "MailboxSettings.Read": "40f97065-369a-49f4-947c-6a255697ae91",
        "RoleManagement.Read.All": "c7fbd983-d9aa-4fa7-84b8-17382c103bc4",
        "SensitivityLabels.Read.All": "e46a01e9-b2cf-4d89-8424-bcdc6dd445ab",
        "Sites.Read.All": "332a536c-c7ef-4017-ab91-336970924f0d",
        "User.Read.All": "df021288-bdef-4463-88db-98f22de89214",
        "UserAuthenticationMethod.Read.All": "38d9df27-64da-44fd-b7c5-a6fbac20248f",
    ]
}
