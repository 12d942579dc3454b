// Written by `npm run client` from the OpenAPI document. Do not edit.
import { type Answer, Transport, type TransportOptions } from './transport.ts';

export type OpenedSession = {
  readonly "token": string;
  readonly "endsAt": string;
};

export type ProblemDocument = {
  readonly "type": string;
  readonly "title": string;
  readonly "status": number;
  readonly "code": string;
  readonly "lasts": "transient" | "final";
  readonly "facts": Readonly<Record<string, string>>;
};

export type PasskeyAssertion = {
  readonly "id": string;
  readonly "rawId": string;
  readonly "type": "public-key";
  readonly "authenticatorAttachment"?: string | null;
  readonly "clientExtensionResults"?: Readonly<Record<string, unknown>>;
  readonly "response": {
    readonly "clientDataJSON": string;
    readonly "authenticatorData": string;
    readonly "signature": string;
    readonly "userHandle"?: string | null;
  };
};

export type PasskeyRequestOptions = Readonly<Record<string, unknown>>;

export type PasskeyCreationOptions = Readonly<Record<string, unknown>>;

export type Passkey = {
  readonly "id": string;
  readonly "label": string;
  readonly "createdAt": string;
  readonly "lastUsedAt": string | null;
  readonly "policyKey": Readonly<Record<string, unknown>> | null;
};

export type PasskeyAttestation = {
  readonly "id": string;
  readonly "rawId": string;
  readonly "type": "public-key";
  readonly "authenticatorAttachment"?: string | null;
  readonly "clientExtensionResults"?: Readonly<Record<string, unknown>>;
  readonly "response": {
    readonly "clientDataJSON": string;
    readonly "attestationObject": string;
    readonly "transports"?: readonly (string)[];
  };
};

export type StaffMember = {
  readonly "id": string;
  readonly "name": string;
  readonly "roles": readonly (string)[];
  readonly "suspended": boolean;
  readonly "account": {
    readonly "login": string;
    readonly "signsInBy": readonly ("password" | "passkey")[];
    readonly "passkeys": number;
    readonly "suspension": {
      readonly "by": string;
      readonly "at": string;
      readonly "reason": string;
    } | null;
    readonly "invitedBy": string;
    readonly "createdAt": string;
    readonly "lastSeenAt": string | null;
  } | null;
};

export type StaffChange = {
  readonly "id": string;
  readonly "kind": "invite" | "roles" | "suspend" | "restore";
  readonly "staff": {
    readonly "id": string;
    readonly "name": string;
  } | null;
  readonly "name": string | null;
  readonly "roles": readonly (string)[] | null;
  readonly "rolesBefore": readonly (string)[] | null;
  readonly "reason": string;
  readonly "proposedBy": {
    readonly "id": string;
    readonly "name": string;
  };
  readonly "proposedAt": string;
  readonly "decision": {
    readonly "verdict": "approve" | "reject";
    readonly "by": {
      readonly "id": string;
      readonly "name": string;
    };
    readonly "at": string;
    readonly "reason": string | null;
  } | null;
  readonly "mayDecide": boolean;
  readonly "why": string | null;
};

export type CheckedMessage = {
  readonly "ours": boolean;
  readonly "kind": string | null;
  readonly "subject": string | null;
  readonly "sentAt": string | null;
  readonly "toYou": boolean | null;
};

export type CheckedPaper = {
  readonly "ours": boolean;
  readonly "kind": "receipt" | "letter" | null;
};

export type Clue = {
  readonly "pieces": readonly ({
    readonly "kind": "hash" | "address" | "link" | "amount" | "date" | "secret";
    readonly "value": string;
    readonly "label": string;
  })[];
  readonly "text": string;
  readonly "sealed": boolean;
  readonly "problems": readonly ({
    readonly "code": string;
    readonly "text": string;
    readonly "sentence": string;
  })[];
};

export type SeenDeposits = {
  readonly "deposits": readonly ({
    readonly "transferKey": string;
    readonly "hash": string;
    readonly "network": string;
    readonly "networkId": string;
    readonly "amount": Amount;
    readonly "at": string | null;
    readonly "from": string;
    readonly "to": string;
    readonly "confirmations": number;
    readonly "confirmationsMin": number;
    readonly "final": boolean;
  })[];
  readonly "unread": readonly (string)[];
};

export type Amount = {
  readonly "asset": string;
  readonly "units": string;
  readonly "symbol": string | null;
  readonly "decimals": number | null;
  readonly "text": string;
};

export type Draft = {
  readonly "clue": string;
  readonly "hints": Hints;
  readonly "language": string;
  readonly "savedAt": string;
};

export type Hints = {
  readonly "when"?: string | null;
  readonly "asset"?: string | null;
  readonly "amount"?: string | null;
  readonly "from"?: "exchange" | "own_wallet" | "somebody" | "unknown" | null;
  readonly "address"?: string | null;
  readonly "note"?: string | null;
};

export type FiledClaim = {
  readonly "claim": Claim;
  readonly "joined": boolean;
  readonly "secretsRemoved": readonly (string)[];
};

export type Claim = {
  readonly "number": string;
  readonly "version": number;
  readonly "state": string;
  readonly "turn": string;
  readonly "sentence": string;
  readonly "family": "you" | "us" | "wait" | "done" | "stop" | "hold";
  readonly "familyLabel": string;
  readonly "headline": string;
  readonly "lead": string;
  readonly "route": readonly (Place)[];
  readonly "steps": readonly (Step)[];
  readonly "nextWordAt": string | null;
  readonly "late": boolean;
  readonly "arrivesBy": {
    readonly "from": string;
    readonly "to": string;
    readonly "text": string;
    readonly "note": string | null;
  } | null;
  readonly "evidence": Evidence | null;
  readonly "canWithdraw": boolean;
  readonly "canAppeal": boolean;
  readonly "canTakeUp": boolean;
  readonly "lesson": readonly (string)[];
  readonly "letterAvailable": boolean;
  readonly "receiptAvailable": boolean;
  readonly "said": string;
  readonly "transaction": string | null;
  readonly "network": string | null;
  readonly "transferKey": string | null;
  readonly "found": {
    readonly "amount": Amount;
    readonly "from": string;
    readonly "to": string;
    readonly "network": string;
    readonly "fiat": Fiat | null;
  } | null;
  readonly "reason": {
    readonly "code": string;
    readonly "outcome": string;
    readonly "sentence": string;
    readonly "wouldChange": string | null;
  } | null;
  readonly "quote": {
    readonly "expiresAt": string;
    readonly "expired": boolean;
    readonly "digest": string;
    readonly "terms": string;
    readonly "options": readonly (Option)[];
    readonly "waitAdvice": string | null;
  } | null;
  readonly "choice": {
    readonly "option": string;
    readonly "title": string;
    readonly "units": string;
    readonly "amount": Amount | null;
    readonly "address": string | null;
    readonly "at": string;
  } | null;
  readonly "destination": {
    readonly "address": string;
    readonly "provenBy": string;
    readonly "sameAsSource": boolean;
  } | null;
  readonly "fee": {
    readonly "status": string;
    readonly "total": Amount;
    readonly "invoice": string;
  } | null;
  readonly "transactions": readonly ({
    readonly "purpose": string;
    readonly "state": string;
    readonly "hash": string | null;
    readonly "sentAt": string | null;
  })[];
  readonly "closure": {
    readonly "code": string;
    readonly "at": string;
  } | null;
  readonly "endedAt": string | null;
  readonly "appeal": {
    readonly "at": string;
    readonly "answer": string | null;
  } | null;
  readonly "promisedAt": string | null;
  readonly "createdAt": string;
  readonly "updatedAt": string;
};

export type Place = {
  readonly "place": "wallet" | "address" | "elsewhere" | "balance" | "destination";
  readonly "label": string;
  readonly "address": string | null;
  readonly "at": string | null;
  readonly "text": string;
  readonly "via": string | null;
  readonly "reached": boolean;
  readonly "here": boolean;
};

export type Step = {
  readonly "id": "report" | "look" | "choose" | "check" | "send" | "arrive" | "review" | "keep";
  readonly "label": string;
  readonly "text": string;
  readonly "who": "you" | "us" | "network";
  readonly "state": "done" | "now" | "next";
  readonly "at": string | null;
  readonly "due": string | null;
  readonly "dueText": string | null;
};

export type Evidence = {
  readonly "transaction": string;
  readonly "network": string;
  readonly "networkId": string;
  readonly "block": string | null;
  readonly "blockTime": string | null;
  readonly "confirmations": number;
  readonly "confirmationsMin": number;
  readonly "final": boolean;
  readonly "nodes": number;
  readonly "agreeMin": number;
  readonly "readAt": string;
};

export type Fiat = {
  readonly "currency": string;
  readonly "units": string;
  readonly "decimals": number;
  readonly "text": string;
  readonly "price": string;
  readonly "source": string;
  readonly "at": string;
};

export type Option = {
  readonly "kind": "credit" | "return_to_source" | "return_to_proven" | "wait";
  readonly "title": string;
  readonly "permitted": boolean;
  readonly "whyNot": string | null;
  readonly "receives": Amount | null;
  readonly "fee": {
    readonly "total": Amount;
    readonly "tax": Amount;
    readonly "inKind": boolean;
    readonly "purpose": string;
  } | null;
  readonly "dateFrom": string | null;
  readonly "dateTo": string | null;
  readonly "fiat": Fiat | null;
  readonly "explains": string;
  readonly "needs": readonly (string)[];
  readonly "preselected": boolean;
};

export type WalletChallenge = {
  readonly "id": string;
  readonly "address": string;
  readonly "message": string;
  readonly "typedData": string;
  readonly "setUnits": string;
  readonly "expiresAt": string;
};

export type DeskClaim = {
  readonly "claim": Claim;
  readonly "hold": {
    readonly "code": string;
    readonly "reason": string;
    readonly "by": string;
    readonly "at": string;
  } | null;
  readonly "correction": {
    readonly "code": string;
    readonly "reason": string;
    readonly "by": string;
  } | null;
  readonly "diagnosis"?: unknown;
  readonly "plan": {
    readonly "digest": string;
    readonly "kind": string;
    readonly "expiresAt": string;
    readonly "requester": string;
    readonly "heading": string;
    readonly "lines": readonly (string)[];
  } | null;
  readonly "payment": {
    readonly "id": string;
    readonly "stopped": string | null;
  } | null;
};

export type Worklist = {
  readonly "rows": readonly (WorklistRow)[];
  readonly "columns": readonly (WorklistColumn)[];
  readonly "clusters": readonly (WorklistCluster)[];
  readonly "cursor": string | null;
  readonly "newest": string;
};

export type WorklistRow = {
  readonly "number": string;
  readonly "version": number;
  readonly "what": string;
  readonly "code": string | null;
  readonly "amount": Amount | null;
  readonly "worth": Amount | null;
  readonly "network": string | null;
  readonly "networkId": string | null;
  readonly "state": "looking" | "waiting" | "held" | "reviewing" | "quoted" | "proving" | "planning" | "approving" | "paying" | "stopped" | "kept" | "refused" | "appealed" | "returned" | "credited" | "compensated" | "withdrawn";
  readonly "turn": "kaeru" | "customer" | "desk" | "network" | "nobody";
  readonly "next": NextAct;
  readonly "dueAt": string | null;
  readonly "createdAt": string;
  readonly "updatedAt": string;
  readonly "owner": string | null;
  readonly "ownerName": string | null;
  readonly "snoozedUntil": string | null;
  readonly "waitsFor": string | null;
  readonly "customer": string;
  readonly "cluster": string | null;
  readonly "siblings": number;
  readonly "approvals": number;
};

export type NextAct = {
  readonly "act": string;
  readonly "label": string;
  readonly "permitted": boolean;
  readonly "why": string | null;
};

export type WorklistColumn = {
  readonly "id": "mine" | "approvals" | "customer" | "network" | "kaeru" | "desk" | "held" | "snoozed" | "kept" | "closed";
  readonly "count": number;
  readonly "oldestAt": string | null;
  readonly "alarm": boolean;
};

export type WorklistCluster = {
  readonly "key": string;
  readonly "state": "looking" | "waiting" | "held" | "reviewing" | "quoted" | "proving" | "planning" | "approving" | "paying" | "stopped" | "kept" | "refused" | "appealed" | "returned" | "credited" | "compensated" | "withdrawn";
  readonly "what": string;
  readonly "count": number;
  readonly "total": Amount | null;
  readonly "oldestAt": string;
  readonly "next": NextAct;
};

export type CasePage = {
  readonly "case": {
    readonly "number": string;
    readonly "what": string;
    readonly "state": string;
    readonly "stateLabel": string;
    readonly "turn": string;
    readonly "version": number;
    readonly "owner": string | null;
    readonly "ownerName": string | null;
    readonly "createdAt": string;
    readonly "updatedAt": string;
    readonly "promisedAt": string | null;
    readonly "language": "ja" | "en";
    readonly "snoozedUntil": string | null;
    readonly "waitsFor": string | null;
  };
  readonly "claim": Claim;
  readonly "next": NextAct;
  readonly "acts": readonly (NextAct)[];
  readonly "hold": {
    readonly "code": string;
    readonly "reason": string;
    readonly "by": string;
    readonly "byName": string;
    readonly "at": string;
  } | null;
  readonly "facts": CaseFacts;
  readonly "stages": readonly ({
    readonly "id": string;
    readonly "label": string;
    readonly "state": "done" | "now" | "next";
    readonly "at": string | null;
    readonly "detail": string | null;
  })[];
  readonly "diagnosis": CaseDiagnosis | null;
  readonly "transfers": readonly (CaseTransfer)[];
  readonly "plan": CasePlan | null;
  readonly "payment": CasePayment | null;
  readonly "destination": {
    readonly "address": string;
    readonly "proof": string;
    readonly "provenAt": string;
    readonly "sameAsSource": boolean;
    readonly "screened": {
      readonly "at": string;
      readonly "lists": readonly (string)[];
      readonly "versions": readonly (string)[];
    };
  } | null;
  readonly "money": CaseMoney;
  readonly "customer": {
    readonly "id": string;
    readonly "language": string;
    readonly "restrictions": readonly (string)[];
    readonly "earlierCases": readonly (string)[];
    readonly "lastTold": {
      readonly "at": string;
      readonly "subject": string;
    } | null;
  };
  readonly "history": readonly ({
    readonly "id": string;
    readonly "at": string;
    readonly "who": string;
    readonly "by": "staff" | "customer" | "kaeru";
    readonly "kind": string;
    readonly "text": string;
    readonly "public": boolean;
  })[];
  readonly "notes": readonly ({
    readonly "id": string;
    readonly "at": string;
    readonly "who": string;
    readonly "text": string;
  })[];
  readonly "procedure": readonly ({
    readonly "step": string;
    readonly "label": string;
    readonly "done": boolean;
  })[];
  readonly "texts": {
    readonly "ja": {
      readonly "h1": string;
      readonly "sentences": readonly (string)[];
    };
    readonly "en": {
      readonly "h1": string;
      readonly "sentences": readonly (string)[];
    };
  };
  readonly "siblings": readonly (string)[];
  readonly "cluster": {
    readonly "key": string;
    readonly "numbers": readonly (string)[];
  } | null;
};

export type CaseFacts = {
  readonly "found": Amount | null;
  readonly "worth": Amount | null;
  readonly "worthAt": string | null;
  readonly "outcome": {
    readonly "option": string | null;
    readonly "outcome": string | null;
    readonly "label": string | null;
    readonly "receives": Amount | null;
    readonly "fee": Amount | null;
  };
  readonly "network": {
    readonly "id": string;
    readonly "label": string;
    readonly "chainId": number;
    readonly "nativeSymbol": string;
    readonly "taken": boolean;
    readonly "takenOn": readonly (string)[];
  } | null;
  readonly "risk": {
    readonly "state": "clear" | "held" | "unscreened";
    readonly "lists": number;
    readonly "at": string | null;
  };
  readonly "promisedAt": string | null;
};

export type CaseDiagnosis = {
  readonly "ranked": readonly ({
    readonly "code": string;
    readonly "title": string;
    readonly "sentence": string;
    readonly "outcome": string;
    readonly "because": readonly (EvidenceLine)[];
    readonly "wouldChange": string | null;
    readonly "main": boolean;
  })[];
  readonly "ruledOut": readonly ({
    readonly "code": string;
    readonly "title": string;
    readonly "sentence": string;
    readonly "source": string;
  })[];
  readonly "correction": {
    readonly "code": string;
    readonly "title": string;
    readonly "outcome": string;
    readonly "reason": string;
    readonly "by": string;
    readonly "byName": string;
    readonly "at": string;
  } | null;
  readonly "facts": number;
  readonly "nodes": {
    readonly "asked": number;
    readonly "agreeMin": number;
  } | null;
  readonly "foundOn": readonly (string)[];
  readonly "notFoundOn": readonly (string)[];
  readonly "unread": readonly ({
    readonly "network": string;
    readonly "why": string;
  })[];
  readonly "at": string | null;
};

export type EvidenceLine = {
  readonly "fact": string;
  readonly "label": string;
  readonly "value": string;
  readonly "kind": "address" | "hash" | "time" | "units" | "flag" | "text";
  readonly "source": string;
  readonly "at": string | null;
};

export type CaseTransfer = {
  readonly "network": string;
  readonly "path": string;
  readonly "kind": string;
  readonly "amount": string;
  readonly "symbol": string | null;
  readonly "decimals": number | null;
  readonly "token": string | null;
  readonly "tokenId": string | null;
  readonly "from": string;
  readonly "to": string;
  readonly "whose": string;
  readonly "code": string | null;
  readonly "focus": boolean;
  readonly "moved": boolean;
};

export type CasePlan = {
  readonly "digest": string;
  readonly "kind": "return" | "credit" | "compensate";
  readonly "expiresAt": string;
  readonly "requester": string;
  readonly "requesterName": string | null;
  readonly "raw": Readonly<Record<string, unknown>>;
  readonly "heading": string;
  readonly "lines": readonly (string)[];
  readonly "moves": readonly ({
    readonly "purpose": "gas" | "return" | "sweep";
    readonly "from": string;
    readonly "to": string;
    readonly "amount": Amount;
    readonly "feeWeiMax": string;
    readonly "state": string | null;
  })[];
  readonly "approvals": readonly ({
    readonly "staff": string;
    readonly "name": string;
    readonly "at": string;
    readonly "kind": "passkey" | "ed25519";
    readonly "key": string;
    readonly "together": readonly (string)[];
  })[];
  readonly "rejections": readonly ({
    readonly "staff": string;
    readonly "name": string;
    readonly "at": string;
    readonly "reason": string;
  })[];
  readonly "needed": number;
  readonly "simulation": {
    readonly "at": string;
    readonly "block": string;
    readonly "ok": boolean;
    readonly "gas": string;
    readonly "gasPriceWei": string;
    readonly "costWei": string;
    readonly "moves": readonly ({
      readonly "purpose": string;
      readonly "to": string;
      readonly "units": string;
      readonly "gas": string;
    })[];
  } | null;
  readonly "checks": readonly ({
    readonly "field": string;
    readonly "ok": boolean;
    readonly "text": string;
  })[];
  readonly "gasWeiMax": string | null;
};

export type CasePayment = {
  readonly "id": string;
  readonly "state": string;
  readonly "kind": string;
  readonly "lines": readonly ({
    readonly "purpose": string;
    readonly "state": string;
    readonly "hash": string | null;
    readonly "nonce": string | null;
    readonly "feeWei": string | null;
    readonly "sentAt": string | null;
    readonly "attempts": number;
  })[];
  readonly "stopped": {
    readonly "code": string;
    readonly "sentence": string;
    readonly "at": string;
    readonly "facts": Readonly<Record<string, string>>;
  } | null;
};

export type CaseMoney = {
  readonly "found": Amount | null;
  readonly "fee": Amount | null;
  readonly "feeInKind": boolean;
  readonly "feeStatus": string | null;
  readonly "network": Amount | null;
  readonly "arrives": Amount | null;
  readonly "schedule": string | null;
  readonly "entries": readonly ({
    readonly "id": string;
    readonly "at": string;
    readonly "template": string;
    readonly "lines": readonly ({
      readonly "debit": string;
      readonly "credit": string;
      readonly "amount": Amount;
    })[];
  })[];
};

export type Revealed = {
  readonly "fields": Readonly<Record<string, string | null>>;
  readonly "restricted": readonly (string)[];
  readonly "until": string;
};

export type StaffName = {
  readonly "id": string;
  readonly "name": string;
};

export type Reference = {
  readonly "networks": readonly ({
    readonly "id": string;
    readonly "name": string;
    readonly "label": string;
    readonly "chainId": number;
    readonly "native": {
      readonly "symbol": string;
      readonly "decimals": number;
    };
    readonly "confirmationsMin": number;
    readonly "finality": string;
    readonly "fees": string;
    readonly "listed": boolean;
    readonly "nodes": number;
    readonly "agreeMin": number;
  })[];
  readonly "feeSchedules": readonly ({
    readonly "id": string;
    readonly "version": string;
    readonly "effectiveFrom": string;
    readonly "effectiveTo": string | null;
    readonly "currency": string;
    readonly "source": string;
    readonly "rows": readonly (Readonly<Record<string, string>>)[];
  })[];
  readonly "profiles": readonly ({
    readonly "id": string;
    readonly "label": string;
    readonly "version": string;
    readonly "inForce": boolean;
    readonly "entries": readonly ({
      readonly "topic": string;
      readonly "rule": string;
      readonly "value": string;
      readonly "source": string;
      readonly "from": string;
      readonly "to": string | null;
      readonly "verifiedOn": string;
      readonly "verifiedBy": string;
      readonly "sure": string;
    })[];
  })[];
  readonly "reasons": readonly ({
    readonly "code": string;
    readonly "ja": string;
    readonly "en": string;
  })[];
};

/** Every operation of the HTTP API as a method; refusals come back as problems, not throws. */
export class KaeruClient {
  readonly #transport: Transport;

  constructor(options: TransportOptions) {
    this.#transport = new Transport(options);
  }

  /** Open a customer’s session with the exchange’s signed hand-over. */
  openCustomerSession(input: { body: {
    readonly "handover": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<OpenedSession>> {
    return this.#transport.send({ method: 'POST', path: `/v1/sessions`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Sign a member of staff in by password and one-time code. */
  openStaffSession(input: { body: {
    readonly "login": string;
    readonly "password": string;
    readonly "code": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<OpenedSession>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/sessions`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Show a code or a passkey again: decisions need one not older than five minutes. */
  showFactor(input: { body: {
    readonly "code": string;
  } | {
    readonly "id": string;
    readonly "credential": PasskeyAssertion;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "freshAt": string;
  }>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/session/factor`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Who one is signed in as, and what one may do. */
  readSession(): Promise<Answer<{
    readonly "kind": "staff" | "customer";
    readonly "id": string;
    readonly "name": string | null;
    readonly "roles": readonly (string)[];
    readonly "permitted": readonly (string)[];
    readonly "factorAt": string;
    readonly "factorFreshUntil": string;
    readonly "idleUntil": string;
    readonly "endsAt": string;
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/session` });
  }

  /** Sign out. */
  endSession(input: { idempotencyKey?: string | undefined } = {}): Promise<Answer<{
    readonly "ended": true;
  }>> {
    return this.#transport.send({ method: 'DELETE', path: `/v1/session`, idempotencyKey: input.idempotencyKey });
  }

  /** Ask for a passkey, to sign in or to show it again; the same question for everybody. */
  challengeStaffPasskey(input: { body: Readonly<Record<string, never>>; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "id": string;
    readonly "challenge": PasskeyRequestOptions;
  }>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/sessions/passkey-challenges`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Sign a member of staff in by a passkey alone. */
  openStaffSessionByPasskey(input: { body: {
    readonly "id": string;
    readonly "credential": PasskeyAssertion;
  }; idempotencyKey?: string | undefined }): Promise<Answer<OpenedSession>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/sessions/passkey`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Begin to add a passkey to one’s own account. */
  challengeNewPasskey(input: { body: Readonly<Record<string, never>>; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "id": string;
    readonly "challenge": PasskeyCreationOptions;
  }>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/passkeys/challenges`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Add the passkey that the browser made. The demo’s signer learns of an approver’s. */
  addPasskey(input: { body: {
    readonly "id": string;
    readonly "label": string;
    readonly "credential": PasskeyAttestation;
  }; idempotencyKey?: string | undefined }): Promise<Answer<Passkey>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/passkeys`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** One’s own passkeys, each as the signer’s policy would take it. */
  listPasskeys(): Promise<Answer<{
    readonly "passkeys": readonly (Passkey)[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/passkeys` });
  }

  /** Take a passkey off one’s own account. The signer’s policy is not changed by it. */
  removePasskey(input: { passkey: string; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "removed": true;
  }>> {
    return this.#transport.send({ method: 'DELETE', path: `/v1/desk/passkeys/${encodeURIComponent(input.passkey)}`, idempotencyKey: input.idempotencyKey });
  }

  /** One’s own keys that the signer’s policy knows: those that one can approve with. */
  readApproverKeys(): Promise<Answer<{
    readonly "keys": readonly ({
      readonly "id": string;
      readonly "kind": "passkey" | "ed25519";
      readonly "credentialId": string | null;
      readonly "label": string;
    })[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/approver-keys` });
  }

  /** What an invitation offers; reading it does not use it up. */
  readInvitation(input: { body: {
    readonly "token": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "name": string | null;
    readonly "roles": readonly (string)[];
    readonly "expiresAt": string;
  }>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/invitations/reading`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Join the staff by an invitation; the answer shows the secret for one-time codes once. */
  joinStaff(input: { body: {
    readonly "token": string;
    readonly "login": string;
    readonly "name": string;
    readonly "password": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "id": string;
    readonly "oneTimeSecret": string;
    readonly "oneTimeUri": string;
  }>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/staff`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** The colleagues; with their accounts, for those who look after them. */
  listStaff(): Promise<Answer<{
    readonly "staff": readonly (StaffMember)[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/staff` });
  }

  /** Begin to join the staff by a passkey; the invitation is not used up yet. */
  challengeJoiningPasskey(input: { body: {
    readonly "token": string;
    readonly "login": string;
    readonly "name": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "id": string;
    readonly "challenge": PasskeyCreationOptions;
  }>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/staff/passkey-challenges`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Join the staff by an invitation and a passkey, and be signed in. */
  joinStaffByPasskey(input: { body: {
    readonly "token": string;
    readonly "login": string;
    readonly "name": string;
    readonly "id": string;
    readonly "label": string;
    readonly "credential": PasskeyAttestation;
  }; idempotencyKey?: string | undefined }): Promise<Answer<OpenedSession>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/staff/passkey`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Changes of staff: those that wait, or those that were decided. */
  listStaffChanges(input: { which?: "open" | "decided" | undefined } = {}): Promise<Answer<{
    readonly "changes": readonly (StaffChange)[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/staff-changes`, query: { which: input.which } });
  }

  /** Propose a change of staff, for another administrator to decide on. */
  proposeStaffChange(input: { body: {
    readonly "kind": "invite" | "roles" | "suspend" | "restore";
    readonly "staff"?: string;
    readonly "name"?: string;
    readonly "roles"?: readonly ("support" | "recovery" | "treasury" | "risk" | "compensation" | "auditor" | "administrator")[];
    readonly "reason": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "change": StaffChange;
  }>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/staff-changes`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Decide on a change of staff; an invitation’s token is shown to whoever approves, once. */
  decideStaffChange(input: { id: string; body: {
    readonly "decision": "approve" | "reject";
    readonly "reason"?: string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "change": StaffChange;
    readonly "invitation": {
      readonly "token": string;
      readonly "expiresAt": string;
    } | null;
  }>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/staff-changes/${encodeURIComponent(input.id)}/decision`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Demo only: the staff, with passwords and the one-time codes of now. */
  listDemoStaff(): Promise<Answer<{
    readonly "staff": readonly ({
      readonly "id": string;
      readonly "login": string;
      readonly "name": string;
      readonly "roles": readonly (string)[];
      readonly "password": string;
      readonly "code": string;
      readonly "codeUntil": string;
    })[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/demo/staff` });
  }

  /** Demo only: one’s yes to an approval digest, signed by the device that the demo made. */
  signWithDemoDevice(input: { body: {
    readonly "digest": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "approval": {
      readonly "kind": "ed25519";
      readonly "key": string;
      readonly "signature": string;
    } | {
      readonly "kind": "passkey";
      readonly "key": string;
      readonly "authenticatorData": string;
      readonly "clientDataJSON": string;
      readonly "signature": string;
    };
  }>> {
    return this.#transport.send({ method: 'POST', path: `/demo/device/approvals`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Whether a message with this number is ours, when it was sent, and what it is about. */
  checkMessage(input: { id: string }): Promise<Answer<CheckedMessage>> {
    return this.#transport.send({ method: 'GET', path: `/v1/messages/${encodeURIComponent(input.id)}` });
  }

  /** Whether a receipt or a letter with this fingerprint is ours, unchanged. */
  checkPaper(input: { number: string; digest: string }): Promise<Answer<CheckedPaper>> {
    return this.#transport.send({ method: 'GET', path: `/v1/papers/${encodeURIComponent(input.number)}/${encodeURIComponent(input.digest)}` });
  }

  /** What is recognised in a text, before it is reported. Keeps nothing. */
  readClue(input: { body: {
    readonly "text": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<Clue>> {
    return this.#transport.send({ method: 'POST', path: `/v1/clues`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** What lies at one’s own addresses, and was neither credited nor reported. */
  listSeenDeposits(): Promise<Answer<SeenDeposits>> {
    return this.#transport.send({ method: 'GET', path: `/v1/deposits/seen` });
  }

  /** The report that one is still writing. */
  readDraft(): Promise<Answer<{
    readonly "draft": Draft | null;
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/draft` });
  }

  /** Keep what was written so far, without its secrets, for this and any other device. */
  saveDraft(input: { body: {
    readonly "clue": string;
    readonly "hints"?: Hints;
    readonly "language"?: "ja" | "en";
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "draft": Draft | null;
  }>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/draft`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Forget the report that one was writing. */
  dropDraft(input: { idempotencyKey?: string | undefined } = {}): Promise<Answer<{
    readonly "draft": Draft | null;
  }>> {
    return this.#transport.send({ method: 'DELETE', path: `/v1/draft`, idempotencyKey: input.idempotencyKey });
  }

  /** Report a deposit that did not arrive, with whatever one has. */
  fileClaim(input: { body: {
    readonly "said": string;
    readonly "wishes"?: {
      readonly "hurry": "yes" | "no" | "unsure";
      readonly "sensitiveToFees": boolean;
    };
    readonly "hints"?: Hints | null;
    readonly "transferKey"?: string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<FiledClaim>> {
    return this.#transport.send({ method: 'POST', path: `/v1/claims`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** One’s own claims, the newest first. */
  listClaims(): Promise<Answer<{
    readonly "claims": readonly (Claim)[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/claims` });
  }

  /** One claim and its progress. */
  readClaim(input: { number: string }): Promise<Answer<Claim>> {
    return this.#transport.send({ method: 'GET', path: `/v1/claims/${encodeURIComponent(input.number)}` });
  }

  /** What has happened to a claim, oldest first. */
  readTimeline(input: { number: string }): Promise<Answer<{
    readonly "entries": readonly ({
      readonly "at": string;
      readonly "kind": string;
      readonly "facts": Readonly<Record<string, unknown>>;
    })[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/claims/${encodeURIComponent(input.number)}/timeline` });
  }

  /** Take one of the options of the quote. */
  chooseOption(input: { number: string; body: {
    readonly "option": "credit" | "return_to_source" | "return_to_proven" | "wait";
    readonly "destination"?: string;
    readonly "quote"?: string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<Claim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/claims/${encodeURIComponent(input.number)}/choice`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Ask for a message to sign, or a small amount to send, to show that a wallet is one’s own. */
  challengeWallet(input: { number: string; body: {
    readonly "address": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<WalletChallenge>> {
    return this.#transport.send({ method: 'POST', path: `/v1/claims/${encodeURIComponent(input.number)}/wallet-challenges`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Show that a wallet is one’s own, by signature or by a set amount. */
  proveWallet(input: { number: string; challenge: string; body: {
    readonly "kind": "signature";
    readonly "signature": string;
  } | {
    readonly "kind": "set_amount";
    readonly "transaction": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<Claim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/claims/${encodeURIComponent(input.number)}/wallet-challenges/${encodeURIComponent(input.challenge)}/proof`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Have a kept claim, or an old quote, looked at again. */
  takeUpClaim(input: { number: string; idempotencyKey?: string | undefined }): Promise<Answer<Claim>> {
    return this.#transport.send({ method: 'POST', path: `/v1/claims/${encodeURIComponent(input.number)}/looks`, idempotencyKey: input.idempotencyKey });
  }

  /** Ask for another person to look at a refusal. */
  appealClaim(input: { number: string; body: {
    readonly "said": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<Claim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/claims/${encodeURIComponent(input.number)}/appeal`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Take one’s claim back. */
  withdrawClaim(input: { number: string; idempotencyKey?: string | undefined }): Promise<Answer<Claim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/claims/${encodeURIComponent(input.number)}/withdrawal`, idempotencyKey: input.idempotencyKey });
  }

  /** Claims by state, the oldest first, a page at a time. */
  listDeskClaims(input: { state?: "looking" | "waiting" | "held" | "reviewing" | "quoted" | "proving" | "planning" | "approving" | "paying" | "stopped" | "kept" | "refused" | "appealed" | "returned" | "credited" | "compensated" | "withdrawn" | undefined; afterNumber?: string | undefined } = {}): Promise<Answer<{
    readonly "claims": readonly (Claim)[];
    readonly "next": string | null;
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/claims`, query: { state: input.state, afterNumber: input.afterNumber } });
  }

  /** One claim with its diagnosis, its plan in words, and its payment. */
  readDeskClaim(input: { number: string }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/claims/${encodeURIComponent(input.number)}` });
  }

  /** Put a person’s diagnosis in place of the machine’s, which stays beside it. */
  correctDiagnosis(input: { number: string; body: {
    readonly "version": number;
    readonly "reason": string;
    readonly "code": "CREDIT_MISSED" | "UNCONFIRMED" | "NOT_FOUND" | "FAILED_REVERTED" | "REPLACED" | "REORGED" | "BELOW_MIN" | "INTERNAL_CONTRACT_TRANSFER" | "WRONG_NETWORK_SAME_KEY" | "WRONG_NETWORK_CONTRACT_ADDR" | "UNLISTED_TOKEN" | "UNLISTED_NETWORK" | "RETIRED_ADDRESS" | "OTHER_USERS_ADDRESS" | "HOT_WALLET_ADDRESS" | "SENT_BY_US" | "CONTRACT_MIGRATED" | "TO_TOKEN_CONTRACT" | "DEAD_OR_ZERO_ADDRESS" | "FOREIGN_CONTRACT" | "FAKE_TOKEN" | "DEPOSIT_SUSPENDED" | "RISK_HOLD" | "NOT_OURS" | "ALREADY_CREDITED" | "UNKNOWN";
    readonly "outcome": "credit" | "refund" | "keep" | "compensate" | "refuse";
  }; idempotencyKey?: string | undefined }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/claims/${encodeURIComponent(input.number)}/diagnosis`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Record that the customer to whom the receiving address belongs agrees. */
  recordConsent(input: { number: string; body: {
    readonly "version": number;
    readonly "reason": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/claims/${encodeURIComponent(input.number)}/consent`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Stop a claim, with a reason that the customer is not told. */
  holdClaim(input: { number: string; body: {
    readonly "version": number;
    readonly "reason": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/claims/${encodeURIComponent(input.number)}/hold`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Let a held claim go on: Kaeru looks at it afresh. */
  releaseClaim(input: { number: string; body: {
    readonly "version": number;
    readonly "reason": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/claims/${encodeURIComponent(input.number)}/release`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Refuse a claim that is held or under review, with the reason. */
  refuseClaim(input: { number: string; body: {
    readonly "version": number;
    readonly "reason": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/claims/${encodeURIComponent(input.number)}/refusal`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Answer an appeal; not by whoever refused. */
  decideAppeal(input: { number: string; body: {
    readonly "version": number;
    readonly "reason": string;
    readonly "decision": "uphold" | "overturn";
  }; idempotencyKey?: string | undefined }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/claims/${encodeURIComponent(input.number)}/appeal-decision`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Make a loss good out of the house’s own funds, after two approvals. */
  offerCompensation(input: { number: string; body: {
    readonly "version": number;
    readonly "reason": string;
    readonly "units": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/claims/${encodeURIComponent(input.number)}/compensation`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** What waits, each with its next act; by risk of missing an hour, a page at a time. */
  readWorklist(input: { view?: "mine" | "team" | "due" | "all" | undefined; turn?: "kaeru" | "customer" | "desk" | "network" | "nobody" | undefined; state?: "looking" | "waiting" | "held" | "reviewing" | "quoted" | "proving" | "planning" | "approving" | "paying" | "stopped" | "kept" | "refused" | "appealed" | "returned" | "credited" | "compensated" | "withdrawn" | undefined; q?: string | undefined; sort?: "due" | "value" | "age" | undefined; cursor?: string | undefined; limit?: number | undefined } = {}): Promise<Answer<Worklist>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/worklist`, query: { view: input.view, turn: input.turn, state: input.state, q: input.q, sort: input.sort, cursor: input.cursor, limit: input.limit } });
  }

  /** A case whole: what is next, why, what it stands on, its plan, money and story. */
  readCasePage(input: { number: string }): Promise<Answer<CasePage>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/cases/${encodeURIComponent(input.number)}` });
  }

  /** Write a note for colleagues. The customer never sees it. */
  addNote(input: { number: string; body: {
    readonly "text": string;
    readonly "version"?: number;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "done": true;
  }>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/cases/${encodeURIComponent(input.number)}/notes`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Take a case, give it to a colleague with what comes next, or back to the team. */
  takeCase(input: { number: string; body: {
    readonly "staff": string | null;
    readonly "done"?: string;
    readonly "waitsFor"?: string;
    readonly "next"?: string;
    readonly "version"?: number;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "owner": string | null;
  }>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/cases/${encodeURIComponent(input.number)}/owner`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Put a case aside until an hour, with what is waited for; null takes it up again. */
  snoozeCase(input: { number: string; body: {
    readonly "until": string | null;
    readonly "waitsFor"?: string;
    readonly "version"?: number;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "done": true;
  }>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/cases/${encodeURIComponent(input.number)}/snooze`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Look at personal data once, with a reason that stands in the audit record. */
  revealCustomer(input: { number: string; body: {
    readonly "reason": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<Revealed>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/cases/${encodeURIComponent(input.number)}/revelations`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Say what one is writing, so that a colleague does not write the same. */
  sayPresence(input: { number: string; body: {
    readonly "editing"?: string | null;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "here": readonly ({
      readonly "staff": string;
      readonly "name": string;
      readonly "editing": string | null;
    })[];
  }>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/cases/${encodeURIComponent(input.number)}/presence`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** To whom a case may be given. */
  listColleagues(): Promise<Answer<{
    readonly "staff": readonly (StaffName & {
      readonly "roles": readonly (string)[];
    })[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/colleagues` });
  }

  /** Cases by whatever is pasted: number, hash, address, customer, symbol, code. */
  searchDesk(input: { q?: string | undefined } = {}): Promise<Answer<{
    readonly "hits": readonly ({
      readonly "kind": "case" | "hash" | "address" | "customer";
      readonly "value": string;
      readonly "what": string;
      readonly "number": string;
    })[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/search`, query: { q: input.q } });
  }

  /** Who did or saw what, the newest first, each with its place in the chain. */
  listAuditEntries(input: { case?: string | undefined; actor?: string | undefined; cursor?: string | undefined } = {}): Promise<Answer<{
    readonly "entries": readonly ({
      readonly "id": string;
      readonly "seq": string | null;
      readonly "at": string;
      readonly "actorKind": string;
      readonly "actor": string;
      readonly "actorName": string | null;
      readonly "action": string;
      readonly "subject": string;
      readonly "digest": string | null;
      readonly "details": Readonly<Record<string, unknown>>;
    })[];
    readonly "cursor": string | null;
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/audit/entries`, query: { case: input.case, actor: input.actor, cursor: input.cursor } });
  }

  /** Networks, price lists, profiles and reasons, with their versions and sources. */
  readReference(): Promise<Answer<Reference>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/reference` });
  }

  /** Claims of the same cause that wait for the same approval. */
  listClusters(): Promise<Answer<{
    readonly "clusters": readonly ({
      readonly "cluster": string;
      readonly "claims": number;
      readonly "digests": readonly (string)[];
    })[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/clusters` });
  }

  /** Approve one plan, or all plans of a cluster, with one’s own device key or passkey. */
  approvePlans(input: { body: {
    readonly "digests": readonly (string)[];
    readonly "approval": {
      readonly "kind": "ed25519";
      readonly "key": string;
      readonly "signature": string;
    } | {
      readonly "kind": "passkey";
      readonly "key": string;
      readonly "authenticatorData": string;
      readonly "clientDataJSON": string;
      readonly "signature": string;
    };
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "claims": readonly ({
      readonly "number": string;
      readonly "state": string;
    })[];
  }>> {
    return this.#transport.send({ method: 'POST', path: `/v1/desk/approvals`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Reject a plan, with a reason: one no is enough. */
  rejectPlan(input: { digest: string; body: {
    readonly "reason": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<DeskClaim>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/plans/${encodeURIComponent(input.digest)}/rejection`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Resume a payment that was stopped, or cancel it while nothing of it was signed. */
  decidePayment(input: { payment: string; body: {
    readonly "decision": "resume" | "cancel";
    readonly "reason": string;
  }; idempotencyKey?: string | undefined }): Promise<Answer<{
    readonly "id": string;
    readonly "state": string;
  }>> {
    return this.#transport.send({ method: 'PUT', path: `/v1/desk/payments/${encodeURIComponent(input.payment)}/decision`, body: input.body, idempotencyKey: input.idempotencyKey });
  }

  /** Check the audit record, row by row, against its chain and the signed heads. */
  verifyAudit(): Promise<Answer<{
    readonly "ok": boolean;
    readonly "links": string;
    readonly "heads": string;
    readonly "findingsTotal": number;
    readonly "findings": readonly (unknown)[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/audit/verification` });
  }

  /** Debits and credits of the books, asset by asset. */
  readTrialBalance(): Promise<Answer<{
    readonly "balances": boolean;
    readonly "assets": readonly ({
      readonly "asset": string;
      readonly "debits": string;
      readonly "credits": string;
    })[];
  }>> {
    return this.#transport.send({ method: 'GET', path: `/v1/desk/ledger/trial-balance` });
  }
}
