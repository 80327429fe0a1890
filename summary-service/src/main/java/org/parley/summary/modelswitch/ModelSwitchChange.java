package org.parley.summary.modelswitch;

import java.time.Instant;

import org.parley.summary.discussion.thread.SummaryPerson;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An entry of the audit of switches.
 *
 * @param id the entry's id
 * @param enabled whether the model was switched on
 * @param by the administrator
 * @param at when it was done
 */
@Document("model_switch_changes")
@CompoundIndex(def = "{'category': 1, '_id': -1}")
record ModelSwitchChange(@Id String id, String category, boolean enabled, SummaryPerson by, Instant at) {
}
