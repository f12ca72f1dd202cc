/** Three customers, four invoices, CHF: 2·10 + 3·10 = 50.00 for K1, 20.00 for K2, 5.00 for K3. */
export const saleLinesCsv = `InvoiceNo;InvoiceDate;CustomerID;StockCode;Description;Quantity;UnitPrice;Currency
R1;2026-01-05;K1;A;Screw;2;10.00;CHF
R2;2026-02-05;K2;B;Drill;1;20.00;CHF
R3;2026-03-05;K1;A;Screw;3;10.00;CHF
R4;2026-03-06;K3;C;Nail;1;5.00;CHF
`;
