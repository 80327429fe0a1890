/** A forum on a device, by a client that is generated from the OpenAPI document. */
package org.example.mobile;
