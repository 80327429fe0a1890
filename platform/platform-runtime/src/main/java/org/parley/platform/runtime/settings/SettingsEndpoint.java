package org.parley.platform.runtime.settings;

import java.util.List;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;

/**
 * Refreshes the settings of this process on an operator's request. Invalid settings are
 * 422 {@code settings.invalid}, with the same members as a success.
 */
@Endpoint(id = "settings")
public final class SettingsEndpoint {

	private static final MimeType PROBLEM = MimeType.valueOf("application/problem+json");

	private final RefreshSettings refreshSettings;

	SettingsEndpoint(RefreshSettings refreshSettings) {
		this.refreshSettings = refreshSettings;
	}

	@WriteOperation
	public WebEndpointResponse<?> refresh() {
		var result = this.refreshSettings.refresh();
		return result.refused().isEmpty() ? new WebEndpointResponse<>(result)
				: new WebEndpointResponse<>(Problem.of(result), 422, PROBLEM);
	}

	record Problem(String type, String title, int status, String detail, String code, List<String> applied,
			List<String> atNextStart, List<RefreshSettings.Refusal> refused) {

		static Problem of(RefreshSettings.Result result) {
			return new Problem("urn:parley:problem:settings.invalid", "Unprocessable Content", 422,
					"Some settings are invalid. Their former values stay in use.", "settings.invalid", result.applied(),
					result.atNextStart(), result.refused());
		}

	}

}
