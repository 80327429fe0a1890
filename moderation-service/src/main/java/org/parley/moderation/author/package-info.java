/**
 * Who writes: how old their accounts are and whether they moderate, as auth-service tells
 * it.
 */
@NullMarked
package org.parley.moderation.author;

import org.jspecify.annotations.NullMarked;
