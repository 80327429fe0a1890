package org.parley.auth.account.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows erasures to administrators. */
@RestController
@RequestMapping("/api/v1/admin/erasures")
@Tag(name = "Administration")
class ErasureController {

	private final Erasures erasures;

	ErasureController(Erasures erasures) {
		this.erasures = erasures;
	}

	@GetMapping
	@Operation(summary = "List the erasures of accounts, newest first")
	ResponseEntity<Paged<ErasureView>> list(@Valid @ParameterObject PageParameters query) {
		return EntityTagResponses.of(this.erasures.page(query));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Read an erasure: what was erased, and which services have not answered yet")
	ResponseEntity<Data<ErasureView>> one(@PathVariable String id) {
		return EntityTagResponses.of(new Data<>(this.erasures.find(id)
			.map(ErasureView::of)
			.orElseThrow(() -> RefusalException.notFound("erasure.not-found", "There is no such erasure."))));
	}

}
