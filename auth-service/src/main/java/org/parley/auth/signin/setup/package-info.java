/**
 * Set-up of a new installation: its first administrator, name and categories.
 */
@NullMarked
package org.parley.auth.signin.setup;

import org.jspecify.annotations.NullMarked;
