package org.parley.auth.signin.brand;

import java.time.Duration;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the pictures of the brand to everybody, and lets administrators change them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Set-up")
class BrandImageController {

	private final BrandImages images;

	private final ChangeBrandImage changeBrandImage;

	BrandImageController(BrandImages images, ChangeBrandImage changeBrandImage) {
		this.images = images;
		this.changeBrandImage = changeBrandImage;
	}

	@GetMapping("/brand/images")
	@Operation(summary = "List the addresses of the pictures of the brand by their kinds")
	ResponseEntity<Data<Map<String, String>>> list() {
		return EntityTagResponses.of(new Data<>(this.images.addresses()));
	}

	@GetMapping("/brand/images/{kind}/{version}")
	@Operation(summary = "Get a picture of the brand; its address changes with it")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<byte[]> show(@PathVariable String kind, @PathVariable String version) {
		var image = this.images.findById(kind)
			.filter((found) -> found.version().equals(version))
			.orElseThrow(BrandImageController::missing);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(image.type()))
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(image.bytes());
	}

	@PutMapping("/admin/brand/images/{kind}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Change a picture of the brand: logo, logo-dark or icon")
	void change(@PathVariable String kind, @Valid @RequestBody BrandImageRequest request, Caller caller,
			ClientDevice clientDevice) {
		requireKind(kind);
		this.changeBrandImage.change(BrandImage.of(kind, request.content()), caller, clientDevice);
	}

	@DeleteMapping("/admin/brand/images/{kind}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a picture of the brand")
	void remove(@PathVariable String kind, Caller caller, ClientDevice clientDevice) {
		requireKind(kind);
		this.changeBrandImage.remove(kind, caller, clientDevice);
	}

	private static void requireKind(String kind) {
		if (!BrandImage.KINDS.contains(kind)) {
			throw missing();
		}
	}

	private static RefusalException missing() {
		return RefusalException.notFound("brand.image-not-found", "The brand has no such picture.");
	}

	/**
	 * A picture.
	 *
	 * @param content the file in Base64, of up to 64 KiB
	 */
	record BrandImageRequest(@Schema(example = "iVBORw0KGgo=") @NotNull @Size(min = 1, max = 87_384,
			message = "must have up to 64 KiB") String content) {
	}

}
