package org.parley.auth.oauth.discourse;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.VerifyOwner.Proof;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators manage the programs that sign people in by DiscourseConnect. */
@RestController
@RequestMapping(DiscourseSiteController.PATH)
@Tag(name = "Administration")
class DiscourseSiteController {

	static final String PATH = "/api/v1/admin/discourse-sites";

	private final DiscourseSites sites;

	private final ManageDiscourseSites manageSites;

	DiscourseSiteController(DiscourseSites sites, ManageDiscourseSites manageSites) {
		this.sites = sites;
		this.manageSites = manageSites;
	}

	@GetMapping
	@Operation(summary = "List the sites that sign people in here by DiscourseConnect")
	ResponseEntity<Data<List<SiteView>>> list() {
		return EntityTagResponses.of(new Data<>(
				this.sites.findAllByOrderByAddress().stream().map((site) -> SiteView.of(site, null)).toList()));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Let a site sign people in here by DiscourseConnect; its secret is shown only once")
	ResponseEntity<Data<SiteView>> add(@Valid @RequestBody SiteRequest request, Caller caller,
			ClientDevice clientDevice) {
		var added = this.manageSites.add(request, caller, clientDevice);
		return ResponseEntity.created(URI.create(PATH + "/" + added.item().id()))
			.body(new Data<>(SiteView.of(added.item(), added.secret().text())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a site, which can sign nobody in from then on")
	void remove(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.manageSites.remove(id, caller, clientDevice);
	}

	/**
	 * Adds a site.
	 *
	 * @param address origin such as {@code https://shop.example.org} for all its pages,
	 * or the address of the only page to which people return
	 */
	@Schema(name = "DiscourseSiteAddition")
	record SiteRequest(@Schema(example = "The shop") @NotNull @ShownName String name,
			@Schema(example = "https://shop.example.org") @NotNull @Size(max = 300,
					message = "must have at most 300 characters") String address,
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp)
			implements
				Proof {

		@Override
		public String toString() {
			return "SiteRequest[***]";
		}

	}

	/**
	 * A site.
	 *
	 * @param address origin of all addresses to which people return, or the only one
	 * @param secret for both sides; shown only when the site is added
	 */
	@Schema(name = "DiscourseSite")
	record SiteView(@Schema(example = "01KAG2VC5E7G9J1K3M5N7P9Q1R") String id,
			@Schema(example = "The shop") String name, @Schema(example = "https://shop.example.org") String address,
			Instant createdAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
					example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String secret) {

		static SiteView of(DiscourseSite site, @Nullable String secret) {
			return new SiteView(site.id(), site.name(), site.address(), site.createdAt(), secret);
		}

		/** Omits the secret. Entity tags are derived from this. */
		@Override
		public String toString() {
			return "SiteView[%s, %s, %s, %s]".formatted(this.id, this.name, this.address, this.createdAt);
		}

	}

}
