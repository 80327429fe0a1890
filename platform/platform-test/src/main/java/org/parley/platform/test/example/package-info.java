/**
 * Plays a story against a service and keeps what it answered, for the examples of its API
 * document.
 */
@NullMarked
package org.parley.platform.test.example;

import org.jspecify.annotations.NullMarked;
