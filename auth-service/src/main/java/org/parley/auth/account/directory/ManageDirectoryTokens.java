package org.parley.auth.account.directory;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.account.directory.DirectoryTokenController.DirectoryTokenRequest;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.tokens.secret.Issued;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Issues, finds and revokes the tokens of directories. */
@Component
public class ManageDirectoryTokens {

	private static final String PREFIX = "parley_scim_";

	private static final int MAXIMUM = 10;

	private final DirectoryTokens tokens;

	private final VerifyOwner verifyOwner;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	ManageDirectoryTokens(DirectoryTokens tokens, VerifyOwner verifyOwner, UnitOfWork work, Audit audit,
			InstantSource clock, RandomGenerator random) {
		this.tokens = tokens;
		this.verifyOwner = verifyOwner;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Issues a token.
	 * @throws RefusalException as {@link VerifyOwner}; 409
	 * {@code directory-token.too-many}
	 */
	Issued<DirectoryToken> issue(Caller admin, DirectoryTokenRequest request, ClientDevice clientDevice) {
		var secret = OpaqueSecret.generate(PREFIX, this.random);
		return this.verifyOwner.verify(admin, request, clientDevice, (issuer) -> {
			if (this.tokens.count() >= MAXIMUM) {
				throw RefusalException.conflict("directory-token.too-many",
						"There are %d tokens of directories, the maximum.".formatted(MAXIMUM));
			}
			var token = new DirectoryToken(Ids.next(), secret.hash(), request.description().strip(),
					this.clock.instant());
			this.audit.record(AuditAction.DIRECTORY_TOKEN_CREATED, issuer.id(), token.id(), clientDevice);
			return new Issued<>(this.tokens.save(token), secret);
		});
	}

	/**
	 * Revokes a token.
	 * @throws RefusalException 404 {@code directory-token.not-found}
	 */
	void revoke(String id, Caller admin, ClientDevice clientDevice) {
		this.work.run(() -> {
			var token = this.tokens.findById(id)
				.orElseThrow(() -> RefusalException.notFound("directory-token.not-found", "The token does not exist."));
			this.tokens.delete(token);
			this.audit.record(AuditAction.DIRECTORY_TOKEN_REVOKED, admin.id(), id, clientDevice);
		});
	}

	/** Finds the token with a secret. */
	public Optional<DirectoryToken> find(String secret) {
		return this.tokens.findByHash(new OpaqueSecret(secret).hash());
	}

}
