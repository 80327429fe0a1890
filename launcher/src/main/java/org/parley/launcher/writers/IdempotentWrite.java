package org.parley.launcher.writers;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntryKind;

/**
 * Something that somebody wants to have written, in words that can be repeated without
 * doing it twice.
 *
 * @param kind of write
 * @param mark the word that no other write has
 * @param key of the order, as far as it is known before the answer
 * @param asking asks once
 * @param effect reads from the answer what it brings about
 */
public record IdempotentWrite(LedgerEntryKind kind, String mark, String key, Supplier<GatewayResponse> asking,
		Function<GatewayResponse, @Nullable LedgerEffect> effect) {
}
