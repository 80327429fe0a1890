package org.parley.resilience.writers;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntryKind;

/**
 * A write whose outcome the ledger records.
 *
 * @param kind the kind of write
 * @param mark the unique mark
 * @param key the ordering key; empty if unknown before the response
 * @param request sends the request once
 * @param effect reads the expected effect from the response
 */
public record RecordedWrite(LedgerEntryKind kind, String mark, String key, Supplier<GatewayResponse> request,
		Function<GatewayResponse, @Nullable LedgerEffect> effect) {
}
