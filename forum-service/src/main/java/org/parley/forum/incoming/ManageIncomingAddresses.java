package org.parley.forum.incoming;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.domain.Sha256;

import org.springframework.stereotype.Component;

/** Creates and revokes the addresses of a category, for its moderators. */
@Component
class ManageIncomingAddresses {

	/** Addresses per category. */
	private static final int MOST = 20;

	private static final int TOKEN_BYTES = 24;

	private static final int SECRET_BYTES = 32;

	private final IncomingAddresses addresses;

	private final CategoryAccess categories;

	private final AuthorizedWriters authorizedWriters;

	private final ReadIncomingPost readIncomingPost;

	private final PublishIncomingPost publishIncomingPost;

	private final InstantSource clock;

	private final SecureRandom random = new SecureRandom();

	ManageIncomingAddresses(IncomingAddresses addresses, CategoryAccess categories, AuthorizedWriters authorizedWriters,
			ReadIncomingPost readIncomingPost, PublishIncomingPost publishIncomingPost, InstantSource clock) {
		this.addresses = addresses;
		this.categories = categories;
		this.authorizedWriters = authorizedWriters;
		this.readIncomingPost = readIncomingPost;
		this.publishIncomingPost = publishIncomingPost;
		this.clock = clock;
	}

	List<IncomingAddressView> list(String slug, Caller caller) {
		return this.addresses.ofCategory(moderated(slug, caller).id()).stream().map(IncomingAddress::view).toList();
	}

	NewIncomingAddress create(String slug, IncomingAddressRequest request, Caller caller) {
		var category = moderated(slug, caller);
		var writer = this.authorizedWriters.of(caller);
		this.readIncomingPost.requireTemplate(request.template());
		if (request.threadId() != null) {
			this.publishIncomingPost.requireThread(request.threadId(), category, writer);
		}
		if (this.addresses.ofCategory(category.id()).size() >= MOST) {
			throw RefusalException.conflict("incoming.too-many",
					"The limit of %d addresses of a category is reached. Remove one first.".formatted(MOST));
		}
		var token = random(TOKEN_BYTES);
		var secret = request.isSigned() ? random(SECRET_BYTES) : null;
		var sealed = (secret != null) ? RequestSignature.seal(secret, token) : null;
		var address = new IncomingAddress(Ids.next(), category.id(), request.threadId(), request.name(),
				request.template(), Sha256.hex(token), sealed, caller.id(), caller.username(), caller.displayName(),
				List.copyOf(caller.roles()), 0, this.clock.instant(), null);
		this.addresses.create(address);
		return new NewIncomingAddress(address.view(), "/api/v1/incoming/%s/%s".formatted(address.id(), token), secret);
	}

	/** Revokes an address at once: it is read in the transaction of each post. */
	void remove(String slug, String id, Caller caller) {
		if (!this.addresses.remove(moderated(slug, caller).id(), id, caller.id())) {
			throw new IncomingAddressNotFoundException();
		}
	}

	private String random(int length) {
		var bytes = new byte[length];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private Category moderated(String slug, Caller caller) {
		var rights = this.categories.rights(caller);
		var category = this.categories.visible(slug, rights);
		rights.requireModerating(category);
		return category;
	}

	/** The address does not exist, or its token is another one. */
	static final class IncomingAddressNotFoundException extends RefusalException {

		IncomingAddressNotFoundException() {
			super(RefusalKind.NOT_FOUND, "incoming.not-found", "The address does not exist.");
		}

	}

}
