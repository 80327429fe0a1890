/** Policies, verdicts, incidents, cases and appeals: decides what stays visible. */
@NullMarked
package org.parley.moderation;

import org.jspecify.annotations.NullMarked;
