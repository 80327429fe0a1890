/**
 * The set-up of a new installation: its first administrator, its name, its first
 * categories.
 */
@NullMarked
package org.parley.auth.signin.setup;

import org.jspecify.annotations.NullMarked;
