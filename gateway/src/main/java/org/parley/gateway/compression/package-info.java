/**
 * Smaller answers for those who ask for them.
 */
@NullMarked
package org.parley.gateway.compression;

import org.jspecify.annotations.NullMarked;
