/**
 * Gives every service its settings, to those who know the password.
 */
@NullMarked
package org.parley.config;

import org.jspecify.annotations.NullMarked;
