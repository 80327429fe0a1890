/** Calls the outside model, which scores texts by category of harm. */
@NullMarked
package org.parley.moderation.model;

import org.jspecify.annotations.NullMarked;
