"""Pure rules of the subdistrict: values in, values out; no clock, no I/O."""
