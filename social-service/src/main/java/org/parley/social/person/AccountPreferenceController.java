package org.parley.social.person;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social/preferences")
@Tag(name = "Social")
class AccountPreferenceController {

	private final SocialPeople people;

	private final ChangeAccountPrivacy changeAccountPrivacy;

	AccountPreferenceController(SocialPeople people, ChangeAccountPrivacy changeAccountPrivacy) {
		this.people = people;
		this.changeAccountPrivacy = changeAccountPrivacy;
	}

	@GetMapping
	@Operation(summary = "Get your social preferences")
	ResponseEntity<Data<AccountPreferenceBody>> get(Caller caller) {
		var known = this.people.find(Set.of(caller.id())).get(caller.id());
		return EntityTagResponses.of(new Data<>(new AccountPreferenceBody(known != null && known.closed())));
	}

	@PutMapping
	@Operation(summary = "Make your account private or public; old posts too")
	Data<AccountPreferenceBody> set(@Valid @RequestBody AccountPreferenceBody request, Caller caller) {
		this.changeAccountPrivacy.change(request.privateAccount(), caller);
		return new Data<>(request);
	}

	/**
	 * The preferences of a person, as read and written.
	 *
	 * @param privateAccount whether others ask before they follow, and only followers see
	 * the person's posts, old ones too
	 */
	record AccountPreferenceBody(@NotNull Boolean privateAccount) {
	}

}
