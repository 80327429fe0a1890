/**
 * What must have come of accepted writes in the rooms beside the forum: notifications,
 * verdicts, mails, webhooks.
 */
@NullMarked
package org.parley.launcher.room;

import org.jspecify.annotations.NullMarked;
