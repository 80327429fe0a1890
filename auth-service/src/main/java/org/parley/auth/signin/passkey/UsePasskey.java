package org.parley.auth.signin.passkey;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

import org.parley.auth.signin.credential.RecordSignIn;
import org.parley.auth.signin.passkey.Passkey.CopiedPasskeyException;
import org.parley.auth.signin.passkey.webauthn.CredentialUse;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Records a verified use of a passkey in the transaction that signs its owner in. */
@Component
class UsePasskey {

	private final Passkeys passkeys;

	private final Users users;

	private final RecordSignIn recordSignIn;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	UsePasskey(Passkeys passkeys, Users users, RecordSignIn recordSignIn, UnitOfWork unitOfWork, InstantSource clock) {
		this.passkeys = passkeys;
		this.users = users;
		this.recordSignIn = recordSignIn;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * Records the use and starts what the owner signs in to.
	 * @param refusal thrown when the passkey or its owner has been removed meanwhile
	 * @throws CopiedPasskeyException as {@link Passkey#use}
	 */
	<T> T use(String id, CredentialUse use, ClientDevice clientDevice, Function<User, T> start,
			Supplier<RefusalException> refusal) {
		return this.unitOfWork.run(() -> {
			var passkey = this.passkeys.findById(id).orElseThrow(refusal);
			passkey.use(use, this.clock.instant());
			this.passkeys.save(passkey);
			var user = this.users.findById(passkey.userId()).orElseThrow(refusal);
			this.recordSignIn.auditOwn(user, "passkey", clientDevice);
			return start.apply(user);
		});
	}

}
