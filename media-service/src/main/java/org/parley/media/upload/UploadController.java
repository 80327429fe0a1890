package org.parley.media.upload;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.media.overview.MediaViews;
import org.parley.media.upload.BeginUpload.UploadRequest;
import org.parley.media.upload.BeginUpload.UploadView;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.media.MediaView;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/media/uploads")
@Tag(name = "Media")
class UploadController {

	private final BeginUpload beginUpload;

	private final CompleteUpload completeUpload;

	private final MediaViews views;

	UploadController(BeginUpload beginUpload, CompleteUpload completeUpload, MediaViews views) {
		this.beginUpload = beginUpload;
		this.completeUpload = completeUpload;
		this.views = views;
	}

	@PostMapping
	@Idempotent
	@Operation(summary = "Begin an upload; the answer has the request that uploads the file")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<UploadView>> begin(@Valid @RequestBody UploadRequest request, Caller caller) {
		var upload = this.beginUpload.begin(request, caller);
		return ResponseEntity.created(URI.create("/api/v1/media/" + upload.id())).body(new Data<>(upload));
	}

	@PostMapping("/{id}/complete")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Complete an upload, after the file was uploaded")
	Data<MediaView> complete(@PathVariable String id, Caller caller) {
		return new Data<>(this.views.of(this.completeUpload.complete(id, caller.id())));
	}

}
