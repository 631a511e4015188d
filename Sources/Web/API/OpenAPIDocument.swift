/// The HTTP API as OpenAPI 3.1 describes it. `docs/api/openapi.yaml` is made from it.
enum OpenAPIDocument {
    static let json = #"""
        {
          "openapi": "3.1.0",
          "info": {
            "title": "Reeve",
            "version": "1",
            "description": "Verdicts on mail over HTTP. Errors are RFC 9457 problem details.",
            "license": {
              "name": "Apache-2.0",
              "identifier": "Apache-2.0"
            }
          },
          "servers": [
            {
              "url": "/"
            }
          ],
          "paths": {
            "/": {
              "get": {
                "operationId": "home",
                "summary": "What is served here, for a person who looks.",
                "security": [],
                "responses": {
                  "200": {
                    "description": "Plain text.",
                    "content": {
                      "text/plain": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  }
                }
              }
            },
            "/healthz": {
              "get": {
                "operationId": "health",
                "summary": "Whether the process runs.",
                "security": [],
                "responses": {
                  "200": {
                    "description": "It does.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Health"
                        }
                      }
                    }
                  }
                }
              }
            },
            "/readyz": {
              "get": {
                "operationId": "readiness",
                "summary": "Whether it can work.",
                "security": [],
                "responses": {
                  "200": {
                    "description": "It can.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Readiness"
                        }
                      }
                    }
                  },
                  "503": {
                    "description": "It cannot, and why.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Readiness"
                        }
                      }
                    }
                  }
                }
              }
            },
            "/api/openapi.json": {
              "get": {
                "operationId": "openAPI",
                "summary": "This document.",
                "security": [],
                "responses": {
                  "200": {
                    "description": "OpenAPI 3.1.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object"
                        }
                      }
                    }
                  }
                }
              }
            },
            "/api/v1/mail/check": {
              "post": {
                "operationId": "mailCheck",
                "summary": "A message in, its verdict out.",
                "description": "Needs the scope mail.check. Of a message/rfc822 body only the header block is kept; the rest is counted and dropped. A message that is malformed still gets a verdict. The fields From, Rcpt, IP, Helo and Queue-Id of /checkv2 are understood too; query parameters stand over them.",
                "parameters": [
                  {
                    "name": "id",
                    "in": "query",
                    "description": "Comes back in the verdict. Without it the queue id, else \"-\".",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "from",
                    "in": "query",
                    "description": "Envelope sender (MAIL FROM); empty for the null sender.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "rcpt",
                    "in": "query",
                    "description": "An envelope recipient; may be repeated.",
                    "schema": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  },
                  {
                    "name": "ip",
                    "in": "query",
                    "description": "The address of the host that handed the message in.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "helo",
                    "in": "query",
                    "description": "What it called itself.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "queueId",
                    "in": "query",
                    "description": "The name under which the mail server keeps the message.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "inbound",
                    "in": "query",
                    "description": "Messages from this sender so far. Together with outbound.",
                    "schema": {
                      "type": "integer",
                      "minimum": 0
                    }
                  },
                  {
                    "name": "outbound",
                    "in": "query",
                    "description": "Messages to this sender so far. Together with inbound.",
                    "schema": {
                      "type": "integer",
                      "minimum": 0
                    }
                  },
                  {
                    "name": "firstSeenDays",
                    "in": "query",
                    "description": "Days since the first message of this sender.",
                    "schema": {
                      "type": "integer",
                      "minimum": 0
                    }
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "message/rfc822": {
                      "schema": {
                        "type": "string",
                        "contentMediaType": "message/rfc822",
                        "maxLength": 104857600
                      }
                    },
                    "message/global": {
                      "schema": {
                        "type": "string",
                        "contentMediaType": "message/global",
                        "maxLength": 104857600
                      }
                    },
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/MailCheckCase"
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "The verdict.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Verdict"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "The body or a parameter cannot be read.",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "No token, or one that is not known, revoked or expired.",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "The token lacks the scope.",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "More than 100 MB, or as JSON more than 32 MB.",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "Another media type, or a compressed body.",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "Too many bad tokens from this address.",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "503": {
                    "description": "No verdict can be given at the moment.",
                    "content": {
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  }
                }
              }
            },
            "/checkv2": {
              "post": {
                "operationId": "checkV2",
                "summary": "The same for clients of rspamd.",
                "description": "Needs the scope mail.check; the token comes in the field Password, or as a bearer token.",
                "security": [
                  {
                    "password": []
                  },
                  {
                    "bearer": []
                  }
                ],
                "parameters": [
                  {
                    "name": "From",
                    "in": "header",
                    "description": "Envelope sender.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "Rcpt",
                    "in": "header",
                    "description": "An envelope recipient; may be repeated.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "IP",
                    "in": "header",
                    "description": "The address of the host that handed the message in.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "Helo",
                    "in": "header",
                    "description": "What it called itself.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "Queue-Id",
                    "in": "header",
                    "description": "The name under which the mail server keeps the message.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "User",
                    "in": "header",
                    "description": "The name under which the writer signed in to the mail server.",
                    "schema": {
                      "type": "string"
                    }
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "*/*": {
                      "schema": {
                        "type": "string",
                        "contentMediaType": "message/rfc822",
                        "maxLength": 104857600
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "The verdict in the words of rspamd's protocol.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RspamdReply"
                        }
                      }
                    }
                  },
                  "400": {
                    "description": "The request cannot be read.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RspamdError"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "No token, or one that is not known, revoked or expired.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RspamdError"
                        }
                      }
                    }
                  },
                  "403": {
                    "description": "The token lacks the scope.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RspamdError"
                        }
                      }
                    }
                  },
                  "413": {
                    "description": "More than 100 MB.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RspamdError"
                        }
                      }
                    }
                  },
                  "415": {
                    "description": "A compressed body.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RspamdError"
                        }
                      }
                    }
                  },
                  "429": {
                    "description": "Too many bad tokens from this address.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RspamdError"
                        }
                      }
                    }
                  },
                  "503": {
                    "description": "No verdict can be given at the moment.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RspamdError"
                        }
                      }
                    }
                  }
                }
              }
            },
            "/ping": {
              "get": {
                "operationId": "pingGet",
                "summary": "Whether somebody listens, for clients of rspamd.",
                "security": [],
                "responses": {
                  "200": {
                    "description": "pong and a line end.",
                    "content": {
                      "text/plain": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  }
                }
              },
              "post": {
                "operationId": "pingPost",
                "summary": "Whether somebody listens, for clients of rspamd.",
                "security": [],
                "responses": {
                  "200": {
                    "description": "pong and a line end.",
                    "content": {
                      "text/plain": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "components": {
            "securitySchemes": {
              "bearer": {
                "type": "http",
                "scheme": "bearer"
              },
              "password": {
                "type": "apiKey",
                "in": "header",
                "name": "Password"
              }
            },
            "schemas": {
              "Health": {
                "type": "object",
                "required": [
                  "status"
                ],
                "properties": {
                  "status": {
                    "const": "ok"
                  }
                }
              },
              "Readiness": {
                "type": "object",
                "required": [
                  "status"
                ],
                "properties": {
                  "status": {
                    "enum": [
                      "ready",
                      "not ready"
                    ]
                  },
                  "reasons": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  }
                }
              },
              "Problem": {
                "type": "object",
                "required": [
                  "type",
                  "title",
                  "status",
                  "detail"
                ],
                "properties": {
                  "type": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "status": {
                    "type": "integer"
                  },
                  "detail": {
                    "type": "string"
                  }
                }
              },
              "RspamdError": {
                "type": "object",
                "required": [
                  "error"
                ],
                "properties": {
                  "error": {
                    "type": "string"
                  }
                }
              },
              "MailCheckCase": {
                "type": "object",
                "required": [
                  "raw_b64"
                ],
                "properties": {
                  "id": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "raw_b64": {
                    "type": "string",
                    "contentEncoding": "base64",
                    "contentMediaType": "message/rfc822"
                  },
                  "context": {
                    "type": [
                      "object",
                      "null"
                    ],
                    "properties": {
                      "rcpt": {
                        "type": [
                          "string",
                          "array",
                          "null"
                        ],
                        "items": {
                          "type": "string"
                        }
                      },
                      "envelope_from": {
                        "type": [
                          "string",
                          "null"
                        ]
                      },
                      "client_address": {
                        "type": [
                          "string",
                          "null"
                        ]
                      },
                      "helo": {
                        "type": [
                          "string",
                          "null"
                        ]
                      },
                      "queue_id": {
                        "type": [
                          "string",
                          "null"
                        ]
                      },
                      "history": {
                        "type": [
                          "object",
                          "null"
                        ],
                        "properties": {
                          "inbound": {
                            "type": "integer",
                            "minimum": 0
                          },
                          "outbound": {
                            "type": "integer",
                            "minimum": 0
                          },
                          "first_seen_days": {
                            "type": [
                              "integer",
                              "null"
                            ],
                            "minimum": 0
                          }
                        }
                      }
                    }
                  }
                }
              },
              "Verdict": {
                "type": "object",
                "required": [
                  "id",
                  "disposition",
                  "attributes",
                  "score",
                  "reason",
                  "matched",
                  "signals",
                  "clearedBy",
                  "notEvaluated"
                ],
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "disposition": {
                    "enum": [
                      "MALICIOUS",
                      "SUSPICIOUS",
                      "SPOOF",
                      "SPAM",
                      "BULK",
                      "NONE"
                    ]
                  },
                  "attributes": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "score": {
                    "type": "number",
                    "minimum": 0,
                    "maximum": 1
                  },
                  "reason": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "matched": {
                    "type": [
                      "object",
                      "null"
                    ],
                    "required": [
                      "id",
                      "name",
                      "reasons"
                    ],
                    "properties": {
                      "id": {
                        "type": "string"
                      },
                      "name": {
                        "type": "string"
                      },
                      "reasons": {
                        "type": "array",
                        "items": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "signals": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Signal"
                    }
                  },
                  "clearedBy": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "notEvaluated": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  }
                }
              },
              "Signal": {
                "type": "object",
                "required": [
                  "signal",
                  "field",
                  "value",
                  "entry",
                  "distance",
                  "threshold",
                  "weight",
                  "text"
                ],
                "properties": {
                  "signal": {
                    "type": "string"
                  },
                  "field": {
                    "type": "string"
                  },
                  "value": {
                    "type": "string"
                  },
                  "entry": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "distance": {
                    "type": [
                      "integer",
                      "null"
                    ]
                  },
                  "threshold": {
                    "type": [
                      "integer",
                      "null"
                    ]
                  },
                  "weight": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  },
                  "at": {
                    "type": "array",
                    "items": {
                      "type": "integer",
                      "minimum": 0
                    }
                  }
                }
              },
              "RspamdReply": {
                "type": "object",
                "required": [
                  "is_skipped",
                  "score",
                  "required_score",
                  "action",
                  "symbols",
                  "messages",
                  "message-id",
                  "time_real",
                  "milter"
                ],
                "properties": {
                  "is_skipped": {
                    "type": "boolean"
                  },
                  "score": {
                    "type": "number"
                  },
                  "required_score": {
                    "type": "number"
                  },
                  "action": {
                    "enum": [
                      "no action",
                      "add header",
                      "rewrite subject",
                      "quarantine",
                      "soft reject",
                      "reject"
                    ]
                  },
                  "symbols": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "object",
                      "required": [
                        "name",
                        "score"
                      ],
                      "properties": {
                        "name": {
                          "type": "string"
                        },
                        "score": {
                          "type": "number"
                        },
                        "metric_score": {
                          "type": "number"
                        },
                        "description": {
                          "type": "string"
                        },
                        "options": {
                          "type": "array",
                          "items": {
                            "type": "string"
                          }
                        }
                      }
                    }
                  },
                  "messages": {
                    "type": "object",
                    "properties": {
                      "smtp_message": {
                        "type": "string"
                      }
                    }
                  },
                  "message-id": {
                    "type": "string"
                  },
                  "time_real": {
                    "type": "number"
                  },
                  "subject": {
                    "type": "string"
                  },
                  "milter": {
                    "type": "object",
                    "required": [
                      "add_headers",
                      "remove_headers"
                    ],
                    "properties": {
                      "add_headers": {
                        "type": "object"
                      },
                      "remove_headers": {
                        "type": "object",
                        "additionalProperties": {
                          "type": "integer"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "security": [
            {
              "bearer": []
            }
          ]
        }
        """#
}
