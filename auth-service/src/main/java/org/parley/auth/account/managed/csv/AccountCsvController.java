package org.parley.auth.account.managed.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.account.managed.csv.ImportAccounts.Importer;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators read and change many accounts as CSV. */
@RestController
@RequestMapping("/api/v1/admin/users")
@Tag(name = "Administration")
class AccountCsvController {

	private final ImportAccounts importAccounts;

	private final ExportAccounts exportAccounts;

	AccountCsvController(ImportAccounts importAccounts, ExportAccounts exportAccounts) {
		this.importAccounts = importAccounts;
		this.exportAccounts = exportAccounts;
	}

	@PostMapping("/import")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Create, rename, verify and delete accounts by the lines of a CSV file; report on each line")
	Data<ImportReport> run(@Valid @RequestBody ImportRequest request, Locale accepted, Caller caller,
			ClientDevice clientDevice) {
		return new Data<>(
				ImportReport.of(this.importAccounts.run(request.csv(), new Importer(accepted, caller, clientDevice))));
	}

	@GetMapping("/export")
	@Operation(summary = "Export all accounts as CSV, oldest first")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	void export(Caller caller, ClientDevice clientDevice, HttpServletResponse response) throws IOException {
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader("Content-Disposition", "attachment; filename=\"accounts.csv\"");
		this.exportAccounts.export(response.getWriter(), caller, clientDevice);
	}

	/**
	 * Accounts to change.
	 *
	 * @param csv up to 500 lines after one that names the columns: {@code action}
	 * ({@code create}, {@code rename}, {@code verify} or {@code delete}),
	 * {@code username}, {@code name}, {@code email}, {@code new_username}
	 */
	@Schema(name = "AccountImport")
	record ImportRequest(@Schema(
			example = "action,username,name,email\ncreate,alice,Alice Liddell,alice@example.org") @NotNull @Size(
					max = 200_000, message = "must have at most 200000 characters") String csv) {

		@Override
		public String toString() {
			return "ImportRequest[***]";
		}

	}

	/** The results of the lines. */
	@Schema(name = "AccountImportReport")
	record ImportReport(@Schema(example = "1") long done, @Schema(example = "0") long refused, List<LineReport> lines) {

		static ImportReport of(List<LineReport> lines) {
			var done = lines.stream().filter(LineReport::done).count();
			return new ImportReport(done, lines.size() - done, lines);
		}

	}

}
