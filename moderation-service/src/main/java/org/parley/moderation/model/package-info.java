/**
 * The outside model: what it is asked, how long it is waited for, and what its answer may
 * be.
 */
@NullMarked
package org.parley.moderation.model;

import org.jspecify.annotations.NullMarked;
