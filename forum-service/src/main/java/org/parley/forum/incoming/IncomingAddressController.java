package org.parley.forum.incoming;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.Caller;
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

@RestController
@RequestMapping("/api/v1/categories/{slug}/incoming-addresses")
@Tag(name = "Incoming posts")
class IncomingAddressController {

	private final ManageIncomingAddresses manageIncomingAddresses;

	IncomingAddressController(ManageIncomingAddresses manageIncomingAddresses) {
		this.manageIncomingAddresses = manageIncomingAddresses;
	}

	@GetMapping
	@Operation(summary = "List the addresses at which programs post in a category that you moderate")
	ResponseEntity<Data<List<IncomingAddressView>>> list(@PathVariable String slug, Caller caller) {
		return EntityTagResponses.of(new Data<>(this.manageIncomingAddresses.list(slug, caller)));
	}

	@PostMapping
	@Idempotent(secretAnswer = true)
	@ApiResponse(responseCode = "201")
	@Operation(summary = "Create an address; its path is shown only once")
	ResponseEntity<Data<NewIncomingAddress>> create(@PathVariable String slug,
			@Valid @RequestBody IncomingAddressRequest request, Caller caller) {
		var created = this.manageIncomingAddresses.create(slug, request, caller);
		return ResponseEntity.status(HttpStatus.CREATED).body(new Data<>(created));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Revoke an address at once")
	void remove(@PathVariable String slug, @PathVariable String id, Caller caller) {
		this.manageIncomingAddresses.remove(slug, id, caller);
	}

}
